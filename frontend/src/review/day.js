/** Days as a learner lives them: each begins at four in the morning, in their own time. */

/** Whoever still learns after midnight learns on the day before. */
const BEGINS = 4;
const LENGTH = 86_400_000;

/**
 * @param {number} at milliseconds since 1970
 * @returns {number} of days, the one after has one more; in the time zone of here and now
 */
export function dayOf(at) {
  const date = new Date(at);
  // By the calendar: on two days of the year a day is not 24 hours long.
  const early = date.getHours() < BEGINS ? 1 : 0;
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() - early) / LENGTH;
}

/**
 * @param {number} day
 * @returns {Date} noon of it, by the local clock
 */
export function noonOf(day) {
  const date = new Date(day * LENGTH);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}
