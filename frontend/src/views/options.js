/** A list of native radio buttons or checkboxes, in the learner's own order. */
/** @import { Choice, Tools } from "../types.d.ts" */
import { copies, h, newId } from "../dom.js";
import { mark } from "../marks.js";
import { words } from "../words.js";

/**
 * @param {Choice} question
 * @param {Tools} tools
 * @param {"radio" | "checkbox"} type
 */
export function options(question, { source, order, changed }, type) {
  const name = newId();
  const inputs = source.choices.map(() => h("input", { type, name, change: changed }));
  const rows = source.choices.map((option, index) => {
    const text = h("span", {}, ...copies(option));
    return h("div", { class: "sc-row" }, h("label", {}, inputs[index], text));
  });
  const all = source.choices.map((_, index) => index);
  const shown = question.shuffle === false ? all : order(all.length);

  return {
    inputs,
    nodes: shown.map((index) => rows[index]),
    read: () => all.filter((index) => inputs[index].checked),
    /** @param {number[]} chosen */
    write(chosen) {
      inputs.forEach((input, index) => (input.checked = chosen.includes(index)));
    },
    first: () => inputs[shown[0]],
    mark() {
      inputs.forEach(({ checked }, index) => {
        const right = question.key.includes(index);
        const own = copies(source.feedback[index] ?? null, ".sc-unchosen");
        if (checked) {
          const said = words(right ? "your-right-answer" : "your-wrong-answer");
          mark(rows[index], right ? "right" : "wrong", [said], own);
        } else if (right) {
          const unchosen = source.feedback[index]?.querySelector(".sc-unchosen");
          const said = words(type === "radio" ? "right-answer" : "missed-answer");
          mark(rows[index], "missed", [said], unchosen ? copies(unchosen) : own);
        }
      });
    },
  };
}
