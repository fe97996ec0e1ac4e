/** A text with a field or a menu in each gap. */
/** @import { Cloze, Tools, View } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { added } from "../added.js";
import { mark } from "../marks.js";
import { LONGEST } from "../score/text.js";
import { words } from "../words.js";
import { field } from "./field.js";
import { pairsOf } from "./pairs.js";

/**
 * @param {Cloze} question
 * @param {Tools} tools
 * @returns {View}
 */
export function cloze({ ids, gaps }, { source, changed }) {
  const fields = ids.map((gap, index) => {
    const name = { "aria-label": words("gap", { n: index + 1, total: ids.length }) };
    if (!gaps[index].ids) return field({ ...name, dir: "auto", maxlength: `${LONGEST}`, input: changed });
    const offered = Object.entries(source.menus[gap]).map(([id, text]) => h("option", { value: id }, text));
    return h(
      "select",
      { ...name, change: changed },
      h("option", { value: "" }, words("choose")),
      ...offered,
    );
  });
  const text = h("div", { class: "sc-text" }, ...copies(source.text));
  text.querySelectorAll(".sc-gap").forEach((gap, index) => gap.replaceWith(fields[index]));
  const rows = fields.map(() => h("div", { class: "sc-row" }));

  return {
    nodes: [text, ...rows],
    read: () => pairsOf(ids.map((gap, n) => [gap, fields[n].value])),
    write(response) {
      const filled = new Map(Object.entries(response ?? {}));
      ids.forEach((gap, n) => (fields[n].value = filled.get(gap) ?? ""));
    },
    first: () => fields.find(({ value }) => !value.trim()) ?? fields[0],
    mark({ parts, spelled }) {
      rows.forEach((row, index) => {
        const right = parts[index];
        if (right === null) {
          added(row);
          return;
        }
        const kind = right ? "right" : "wrong";
        const { key } = gaps[index];
        const form = typeof key === "string" ? source.menus[ids[index]][key] : key[0];
        const as = spelled?.[index];
        const said = as ? "gap-spelled" : right ? "gap-right" : "gap-wrong";
        fields[index].dataset.mark = kind;
        mark(
          row,
          kind,
          [words(said, { n: index + 1, form: as ?? form })],
          copies(source.feedback[ids[index]]),
        );
      });
    },
  };
}
