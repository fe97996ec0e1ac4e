/** How it went by objective. */
/** @import { Facts } from "../facts/index.js" */
/** @import { Place, Tag } from "../pieces.js" */
import { h } from "../../dom.js";
import { words } from "../../words.js";
import { link, list, named, roomy, section } from "../pieces.js";
import { bar } from "../svg.js";

/**
 * @param {Facts} facts
 * @param {Place & { tag: Tag }} place
 */
export function objectives({ banks, changed }, place) {
  const begun = tried(banks);
  if (!begun.length) return [];
  const columns = [words("of-objective"), words("of-tried"), words("right-at-first"), words("right-at-last")];
  const tables = begun.map(({ title, objectives }) => {
    const rows = objectives.map(({ text, address, of, tried, first, last }) => [
      h("span", {}, link({ title: text, address }, place)),
      words("page-some", { done: tried, of }),
      share(first, tried),
      share(last, tried),
    ]);
    // Of a whole course they would fill many windows of a phone.
    return h("details", { open: begun.length === 1 }, h("summary", {}, title), roomy(named(title, columns, rows)));
  });
  const more = changed.length ? [h("p", {}, words("changed-since")), list(changed, place)] : [];
  return [section("how-it-went", place, ...tables, ...more)];
}

/**
 * @param {Facts["banks"]} banks
 * @returns {Facts["banks"]} those of which something was tried, with that alone
 */
export const tried = (banks) =>
  banks.flatMap(({ title, objectives }) => {
    const own = objectives.filter(({ tried }) => tried);
    return own.length ? [{ title, objectives: own }] : [];
  });

/**
 * @param {number} right
 * @param {number} of
 */
const share = (right, of) => h("span", {}, words("page-some", { done: right, of }), bar(right, of));
