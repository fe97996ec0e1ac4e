/** All that the log of a course says of how it went; no page, no clock of its own. */
/** @import { Outline, Row } from "../../types.d.ts" */
/** @import { History } from "./history.js" */
import { history } from "./history.js";
import { changedSince, objectivesTried } from "./objectives.js";
import { nextOf, pagesDone } from "./pages.js";
import { periods } from "./periods.js";
import { sittings } from "./sittings.js";
import { sureAndWrong, sureness } from "./sureness.js";
import { whole } from "./whole.js";

/** @typedef {ReturnType<typeof facts>} Facts */

/**
 * @param {Row[]} rows
 * @param {Outline} course
 * @param {number} now milliseconds since 1970
 */
export function facts(rows, course, now) {
  const known = history(rows);
  const outline = { ...course, questions: met(course, known) };
  const pages = pagesDone(outline.pages, known);
  return {
    checks: rows.length,
    first: known.rows[0]?.at ?? 0,
    ...whole(outline, known),
    pages,
    next: nextOf(pages),
    banks: objectivesTried(outline, known),
    changed: changedSince(outline, known),
    levels: sureness(known),
    surelyWrong: sureAndWrong(outline, known),
    time: periods(known, now),
    sittings: sittings(outline, known),
  };
}

/**
 * @param {Outline} outline
 * @param {History} history
 * @returns {Outline["questions"]} but those that no page asks: a bank may have more, which nobody can answer
 */
function met({ pages, questions }, { questions: tried }) {
  const asked = new Set(pages.flatMap(({ asks }) => asks.map(({ question }) => question)));
  return Object.fromEntries(Object.entries(questions).filter(([name]) => asked.has(name) || tried.has(name)));
}
