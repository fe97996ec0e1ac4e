/** A group of radio buttons for each item. */
/** @import { Pairs, Tools, View } from "../types.d.ts" */
import { copies, h, newId } from "../dom.js";
import { added } from "../added.js";
import { mark } from "../marks.js";
import { words } from "../words.js";
import { pairsOf } from "./pairs.js";

/**
 * @param {Pairs} question
 * @param {Tools} tools
 * @returns {View}
 */
export function categorize({ ids, to, key }, { source, order, changed }) {
  const shown = order(ids);
  const radios = new Map(
    shown.map((item) => {
      const name = newId();
      return [item, to.map((group) => h("input", { type: "radio", name, value: group, change: changed }))];
    }),
  );
  const rows = new Map(
    [...radios].map(([item, own]) => {
      const groups = to.map((group, n) => h("label", {}, own[n], h("span", {}, ...copies(source.rights[group]))));
      const row = h(
        "div",
        { class: "sc-row" },
        h(
          "fieldset",
          { class: "sc-placing" },
          h("legend", {}, ...copies(source.choices[item])),
          h("div", { class: "sc-pills" }, ...groups),
        ),
      );
      return [item, row];
    }),
  );
  const chosen = (/** @type {HTMLInputElement[]} */ own) => own.find(({ checked }) => checked)?.value ?? "";

  return {
    nodes: [...rows.values()],
    read: () => pairsOf([...radios].map(([item, own]) => [item, chosen(own)])),
    write(response) {
      const groups = new Map(Object.entries(response ?? {}));
      for (const [item, own] of radios) for (const radio of own) radio.checked = groups.get(item) === radio.value;
    },
    first: () => ([...radios.values()].find((own) => !chosen(own)) ?? [...radios.values()][0])[0],
    mark({ parts }) {
      for (const [item, row] of rows) {
        const n = ids.indexOf(item);
        const said = parts[n] ? [words("right-group")] : [words("group-is"), ...copies(source.rights[key[n]])];
        if (parts[n] === null) added(row);
        else mark(row, parts[n] ? "right" : "wrong", said, copies(source.feedback[item]));
      }
    },
  };
}
