/** What is due, as *My progress* says it. */
/** @import { Outline, Row } from "../types.d.ts" */
/** @import { Due } from "./view.js" */
import { ahead } from "../review/ahead.js";
import { dayOf, noonOf } from "../review/day.js";
import { dueOn } from "../review/due.js";
import { histories } from "../review/history.js";

/**
 * @param {Row[]} rows the oldest first
 * @param {Outline} outline
 * @param {number} now milliseconds since 1970
 * @returns {Due}
 */
export function due(rows, outline, now) {
  const today = dayOf(now);
  const { waiting, next } = dueOn(histories(rows, outline).values(), today);
  // The view says it where nothing is due today, as the review does.
  const [first] = ahead(0, next, today);
  return { waiting, next: first ? { n: first[1], at: noonOf(first[0]).getTime() } : null };
}
