/** A page to print: what was studied, and how it went. It certifies nothing. */
/** @import { Facts } from "./facts/index.js" */
import { h } from "../dom.js";
import { table } from "../overview/table.js";
import { words } from "../words.js";
import { tried } from "./parts/objectives.js";
import { both } from "./parts/before-after.js";
import { doneOf } from "./parts/pages.js";
import { levelsTable } from "./parts/sureness.js";
import { date, number } from "./pieces.js";

/** On the root while it is printed: the style then hides all else. */
const PRINTING = "sc-printing";

/** Takes away what is there to be printed. */
let end = () => {};

/**
 * @param {string} course its title
 * @param {Facts} facts
 * @param {number} now
 */
export function printRecord(course, facts, now) {
  // Not every browser says that it has printed.
  end();
  const paper = h("div", { class: "sc-paper" }, ...record(course, facts, now));
  const root = document.documentElement;
  document.body.append(paper);
  root.classList.add(PRINTING);
  end = () => {
    paper.remove();
    root.classList.remove(PRINTING);
  };
  // Some browsers print only after this has returned.
  addEventListener("afterprint", () => end(), { once: true });
  window.print();
}

/**
 * @param {string} course
 * @param {Facts} facts
 * @param {number} now
 */
function record(course, { checks, first, tried: n, of, pages, banks, levels, sittings }, now) {
  const begun = pages.filter(({ done }) => done);
  const objectives = tried(banks).map((bank) =>
    table(
      bank.title,
      [words("of-objective"), words("of-tried"), words("right-at-first"), words("right-at-last")],
      bank.objectives.map(({ text, of, tried, first, last }) => [
        text,
        words("page-some", { done: tried, of }),
        number(first),
        number(last),
      ]),
    ),
  );
  return [
    h("h1", {}, words("record-title", { course })),
    h("p", { class: "sc-name" }, words("record-name")),
    h("p", {}, words("record-date", { date: date(now) })),
    h("p", {}, words("record-says")),
    h("p", {}, checks ? words("so-far", { n: checks, tried: number(n), of: number(of), date: date(first) }) : words("progress-none")),
    ...(begun.length ? [table(words("what-was-done"), [words("of-page"), words("of-answered")], begun.map((page) => [page.title, doneOf(page)]))] : []),
    ...objectives,
    ...(levels.length ? [levelsTable(levels)] : []),
    ...sittings.map(both),
  ];
}
