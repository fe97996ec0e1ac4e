/** When a learner answered: by day, by week or by month, as it was in their place. */
/** @import { History } from "./history.js" */
import { isRight } from "./history.js";

/** @typedef {"day" | "week" | "month"} Unit */
/** @typedef {{ from: number, n: number, right: number }} Period `from`: its beginning, in milliseconds since 1970 */

/** So many are seen at one glance, and fit beside each other on a phone. */
const MOST = 31;
const DAY = 86_400_000;

/**
 * @param {History} history
 * @param {number} now
 * @returns {{ unit: Unit, periods: Period[] }} all from the first to today's, those without answers too
 */
export function periods({ rows }, now) {
  // What a clock that was wrong has put into the future is no day of learning yet.
  const past = rows.filter(({ at }) => at <= now + DAY);
  if (!past.length) return { unit: "day", periods: [] };
  const first = past[0].at;
  const last = Math.max(now, past[past.length - 1].at);
  const unit = unitFor((last - first) / DAY);
  const found = all(unit, first, last);
  let place = 0;
  for (const row of past) {
    while (place + 1 < found.length && found[place + 1].from <= row.at) place += 1;
    found[place].n += 1;
    found[place].right += Number(isRight(row));
  }
  return { unit, periods: found.slice(-MOST) };
}

/** @param {number} days */
function unitFor(days) {
  if (days < MOST) return "day";
  return days < MOST * 7 ? "week" : "month";
}

/**
 * @param {Unit} unit
 * @param {number} first
 * @param {number} last
 */
function all(unit, first, last) {
  /** @type {Period[]} */
  const found = [];
  const begin = new Date(first);
  begin.setHours(0, 0, 0, 0);
  if (unit === "week") begin.setDate(begin.getDate() - ((begin.getDay() + 6) % 7));
  if (unit === "month") begin.setDate(1);
  while (begin.getTime() <= last) {
    found.push({ from: begin.getTime(), n: 0, right: 0 });
    if (unit === "month") begin.setMonth(begin.getMonth() + 1);
    else begin.setDate(begin.getDate() + (unit === "week" ? 7 : 1));
    // After a night without a midnight, which some places have in spring.
    begin.setHours(0, 0, 0, 0);
  }
  return found;
}
