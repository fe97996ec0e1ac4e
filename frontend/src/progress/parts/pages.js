/** What was done of each page. */
/** @import { Facts } from "../facts/index.js" */
/** @import { Place, Tag } from "../pieces.js" */
import { h } from "../../dom.js";
import { words } from "../../words.js";
import { link, named, section } from "../pieces.js";
import { bar } from "../svg.js";

/**
 * @param {Facts} facts
 * @param {Place & { tag: Tag }} place
 */
export function pages({ pages }, place) {
  const rows = pages.map((page) => [h("span", {}, link(page, place)), h("span", {}, doneOf(page), bar(page.done, page.of))]);
  return section("what-was-done", place, named(words("what-was-done"), [words("of-page"), words("of-answered")], rows));
}

/** @param {{ done: number, of: number }} page */
export const doneOf = ({ done, of }) => words(done === of ? "page-whole" : "page-some", { done, of });
