/** A native select for each left side. */
/** @import { Match, Tools, View } from "../types.d.ts" */
import { copies, h, newId, textOf } from "../dom.js";
import { mark } from "../marks.js";
import { words } from "../words.js";

/**
 * @param {Match} question
 * @param {Tools} tools
 * @returns {View}
 */
export function match(question, { source, order, changed }) {
  const rights = order(question.right);
  const selects = source.choices.map(() =>
    h(
      "select",
      { id: newId(), change: changed },
      h("option", { value: "" }, words("choose")),
      ...rights.map((right) => h("option", { value: String(right) }, textOf(source.rights[right]))),
    ),
  );
  const rows = source.choices.map((left, index) => {
    const name = h("label", { for: selects[index].id }, ...copies(left));
    return h("div", { class: "sc-row" }, h("div", { class: "sc-pair" }, name, selects[index]));
  });

  return {
    nodes: rows,
    read() {
      const chosen = selects.map(({ value }) => (value ? Number(value) : null));
      return chosen.some((right) => right !== null) ? chosen : null;
    },
    write(response) {
      const chosen = Array.isArray(response) ? response : [];
      selects.forEach((select, left) => (select.value = String(chosen[left] ?? "")));
    },
    first: () => selects.find(({ value }) => !value) ?? selects[0],
    mark({ parts }) {
      rows.forEach((row, left) => {
        const partner = copies(source.rights[question.key[left]]);
        const said = parts[left] ? [words("right-partner")] : [words("partner-is"), ...partner];
        const feedback = copies(source.feedback[left] ?? null);
        mark(row, parts[left] ? "right" : "wrong", said, feedback);
      });
    },
    keep: ({ parts }, response) =>
      /** @type {number[]} */ (response).map((right, left) => (parts[left] ? right : null)),
  };
}
