/** The same questions before and after. */
/** @import { Facts } from "../facts/index.js" */
/** @import { Tag } from "../pieces.js" */
import { h } from "../../dom.js";
import { table } from "../../overview/table.js";
import { words } from "../../words.js";
import { number, roomy, section } from "../pieces.js";
import { bar } from "../svg.js";

/**
 * @param {Facts} facts
 * @param {{ tag: Tag }} place
 */
export function beforeAfter({ sittings }, place) {
  return sittings.length ? [section("before-and-after", place, ...sittings.map((sitting) => roomy(both(sitting))))] : [];
}

/** @param {Facts["sittings"][number]} sitting */
export function both({ title, objectives, ...all }) {
  const columns = [words("of-objective"), words("n-questions"), words("right-before"), words("right-after")];
  const total = objectives.length > 1 ? [{ text: words("of-all"), ...all }] : [];
  const rows = [...objectives, ...total].map(({ text, n, before, after }) => [
    text,
    number(n),
    h("span", {}, number(before), bar(before, n)),
    h("span", {}, number(after), bar(after, n)),
  ]);
  return table(words("answered-twice", { n: all.n, title }), columns, rows);
}
