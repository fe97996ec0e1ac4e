/** A list of native radio buttons or checkboxes, in the learner's own order. */
/** @import { Options, Tools } from "../types.d.ts" */
import { copies, h, newId } from "../dom.js";
import { mark } from "../marks.js";
import { words } from "../words.js";

/**
 * @param {Options} question
 * @param {Tools} tools
 * @param {"radio" | "checkbox"} type
 */
export function options(question, { source, order, changed }, type) {
  const name = newId();
  const { ids, key } = question;
  const inputs = new Map(ids.map((id) => [id, h("input", { type, name, value: id, change: changed })]));
  const rows = new Map(
    [...inputs].map(([id, input]) => {
      const text = h("span", {}, ...copies(source.choices[id]));
      return [id, h("div", { class: "sc-row" }, h("label", {}, input, text))];
    }),
  );
  const shown = question.shuffle === false ? ids : order(ids);

  return {
    inputs,
    nodes: shown.flatMap((id) => rows.get(id) ?? []),
    read: () => ids.filter((id) => inputs.get(id)?.checked),
    /** @param {string[]} chosen */
    write(chosen) {
      for (const [id, input] of inputs) input.checked = chosen.includes(id);
    },
    first: () => inputs.get(shown[0]) ?? null,
    mark() {
      for (const [id, row] of rows) {
        const right = key.includes(id);
        const own = copies(source.feedback[id], ".sc-unchosen");
        if (inputs.get(id)?.checked) {
          const said = words(right ? "your-right-answer" : "your-wrong-answer");
          mark(row, right ? "right" : "wrong", [said], own);
        } else if (right) {
          const unchosen = source.feedback[id]?.querySelector(".sc-unchosen");
          const said = words(type === "radio" ? "right-answer" : "missed-answer");
          mark(row, "missed", [said], unchosen ? copies(unchosen) : own);
        }
      }
    },
  };
}
