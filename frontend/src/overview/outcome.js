/** How it went by objective. */
/** @import { Live } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { label } from "../marks.js";
import { words } from "../words.js";
import { rights } from "./total.js";

/**
 * A row for each objective that was asked about, those with something missed first.
 *
 * @param {Live[]} asked
 * @param {Element | null} list
 */
export function objectives(asked, list) {
  const entries = /** @type {HTMLElement[]} */ ([...(list?.children ?? [])]);
  const rows = entries.flatMap((entry) => {
    const own = asked.filter(({ source }) => source.question.objective === entry.dataset.objective);
    return own.length ? [row(entry, rights(own), own.length)] : [];
  });
  rows.sort((one, other) => Number(one.all) - Number(other.all));
  return rows.length ? [h("ul", { class: "sc-outcome" }, ...rows.map(({ item }) => item))] : [];
}

/**
 * @param {Element} entry
 * @param {number} right
 * @param {number} total
 */
function row(entry, right, total) {
  const all = right === total;
  const said = label(all ? "right" : "again", words(all ? "all-right" : "read-again", { right, total }));
  const item = h("li", { "data-kind": all ? "right" : "again" }, h("div", {}, ...copies(entry)), said);
  return { all, item };
}
