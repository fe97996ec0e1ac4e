/** Takes out of the browser what was forgotten elsewhere. */
import { erase } from "./erase.js";
import { keyOf } from "./storage.js";

/**
 * @param {string} course
 * @param {{ slot: string, id: string }[]} attempts
 * @param {string[]} drafts their slots
 * @returns {Promise<void>} fails when the database keeps them
 */
export function letGo(course, attempts, drafts) {
  const made = attempts.map(({ slot, id }) => keyOf(course, "attempt", slot, id));
  const begun = drafts.map((slot) => keyOf(course, "draft", slot));
  return erase(course, [...made, ...begun], (database) => attempts.forEach(({ slot, id }) => database.delete([course, slot, id])));
}
