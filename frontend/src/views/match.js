/** A native select for each left side. */
/** @import { Pairs, Tools, View } from "../types.d.ts" */
import { copies, h, newId, textOf } from "../dom.js";
import { added } from "../added.js";
import { mark } from "../marks.js";
import { words } from "../words.js";
import { pairsOf } from "./pairs.js";

/**
 * @param {Pairs} question
 * @param {Tools} tools
 * @returns {View}
 */
export function match({ ids, to, key }, { source, order, changed }) {
  const rights = order(to);
  const selects = ids.map(() =>
    h(
      "select",
      { id: newId(), change: changed },
      h("option", { value: "" }, words("choose")),
      ...rights.map((right) => h("option", { value: right }, textOf(source.rights[right]))),
    ),
  );
  const rows = ids.map((left, n) => {
    const name = h("label", { for: selects[n].id }, ...copies(source.choices[left]));
    return h("div", { class: "sc-row" }, h("div", { class: "sc-pair" }, name, selects[n]));
  });

  return {
    nodes: rows,
    read: () => pairsOf(ids.map((left, n) => [left, selects[n].value])),
    write(response) {
      const chosen = new Map(Object.entries(response ?? {}));
      ids.forEach((left, n) => (selects[n].value = chosen.get(left) ?? ""));
    },
    first: () => selects.find(({ value }) => !value) ?? selects[0],
    mark({ parts }) {
      rows.forEach((row, n) => {
        const partner = copies(source.rights[key[n]]);
        const said = parts[n] ? [words("right-partner")] : [words("partner-is"), ...partner];
        if (parts[n] === null) added(row);
        else mark(row, parts[n] ? "right" : "wrong", said, copies(source.feedback[ids[n]]));
      });
    },
  };
}
