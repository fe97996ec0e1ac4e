/** How sure a learner was, and how often they were right then. */
/** @import { Facts } from "../facts/index.js" */
/** @import { Place, Tag } from "../pieces.js" */
import { h } from "../../dom.js";
import { words } from "../../words.js";
import { list, named, number, section } from "../pieces.js";
import { bar } from "../svg.js";

/**
 * @param {Facts} facts
 * @param {Place & { tag: Tag }} place
 */
export function sureness({ levels, surelyWrong }, place) {
  const wrong = surelyWrong.length ? [h("p", {}, words("surely-wrong")), list(surelyWrong, place)] : [];
  return section("how-sure-were", place, ...wrong, levels.length ? levelsTable(levels) : h("p", {}, words("sure-too-few")));
}

/** @param {Facts["levels"]} levels */
export function levelsTable(levels) {
  const rows = levels.map(({ level, n, right }) => [
    words(`were-${level}`),
    number(n),
    h("span", {}, number(right), bar(right, n)),
  ]);
  return named(words("how-sure-were"), [words("you-were"), words("n-answers"), words("n-right")], rows);
}
