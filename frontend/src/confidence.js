/** Asks how sure the learner is, before the answer is known. */
/** @import { Level } from "./types.d.ts" */
/** @import { Word } from "./words.js" */
import { h, newId } from "./dom.js";
import { words } from "./words.js";

/** @type {Record<Level, Word>} */
const levels = { 1: "guessing", 2: "fairly-sure", 3: "sure" };

/** @param {Level} level */
export const levelName = (level) => words(levels[level]);

/**
 * @param {unknown} value
 * @returns {value is Level}
 */
export const isLevel = (value) => value === 1 || value === 2 || value === 3;

/** @param {() => void} changed */
export function confidence(changed) {
  const name = newId();
  const inputs = /** @type {Level[]} */ ([1, 2, 3]).map((level) =>
    h("input", { type: "radio", name, value: String(level), change: changed }),
  );
  const rows = inputs.map((input, index) => {
    const text = h("span", {}, levelName(/** @type {Level} */ (index + 1)));
    return h("div", { class: "sc-row" }, h("label", {}, input, text));
  });
  const fieldset = h("fieldset", { class: "sc-confidence" }, h("legend", {}, words("how-sure")), ...rows);

  return {
    fieldset,
    first: inputs[0],
    /** @returns {Level | undefined} */
    read() {
      const level = Number(inputs.find(({ checked }) => checked)?.value);
      return isLevel(level) ? level : undefined;
    },
    /** @param {Level} [level] */
    write(level) {
      for (const input of inputs) input.checked = input.value === String(level);
    },
  };
}
