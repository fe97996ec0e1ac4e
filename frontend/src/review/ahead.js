/** What comes on which later day, with what today leaves over. */
import { MOST } from "./due.js";

/**
 * A day takes one sitting: what is more than that waits until the day after.
 *
 * @param {number} left how many of what is due today are not asked today
 * @param {Map<number, number>} next how many come on which later day, the next day first
 * @param {number} today a day, as `dayOf` counts them
 * @returns {Map<number, number>} how many are asked on which day, the next day first
 */
export function ahead(left, next, today) {
  /** @type {Map<number, number>} */
  const days = new Map();
  const last = Math.max(today, ...next.keys());
  let waiting = left;
  for (let day = today + 1; waiting > 0 || day <= last; day++) {
    waiting += next.get(day) ?? 0;
    const n = Math.min(waiting, MOST);
    if (n) days.set(day, n);
    waiting -= n;
  }
  return days;
}
