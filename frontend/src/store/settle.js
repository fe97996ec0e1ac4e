/** Brings attempts from the browser's database, and lets them go on into it. */
import { rowOf } from "../log/row.js";
import { parsed, set } from "./browser.js";
import { range, transact } from "./database.js";
import { questionIn } from "./question-in.js";
import { addOne } from "./rows.js";
import { drop, found, keyOf, read as waiting } from "./storage.js";

/** How many attempts go on at a time: each is looked at, and a page must not be held up. */
const BATCH = 50;

/**
 * @param {string} course
 * @param {string[]} slots those of a second sitting are compared with the first, which comes along
 * @returns {Promise<[had: [slot: string, text: string][], settled: Promise<boolean>]>} what the database
 *   has of them, and what will say whether it has all. Fails where there is no database
 */
export async function log(course, slots) {
  const all = [...new Set(slots.flatMap((slot) => [slot, questionIn(slot)]))];
  const asked = await transact("readonly", (attempts) => all.map((slot) => attempts.getAll(range(course, slot))));
  const settled = settle(course).then(() => true, () => false);
  return [asked.flatMap(({ result }, n) => result.map((text) => [all[n], text])), settled];
}

/**
 * Lets what waits in `localStorage` go on, what a page before this one has left there too.
 *
 * @param {string} course
 */
export async function settle(course) {
  for (let more = next(course, 1).length > 0; more; ) {
    const [all, moved] = await transact("readwrite", (attempts, transaction) => {
      const all = attempts.count();
      const moved = next(course);
      for (const { text, slot, id, row } of moved) {
        attempts.put(text, [course, slot, id]);
        addOne(transaction, course, row);
      }
      // Also when the page is left now.
      transaction.commit();
      return [all, moved];
    });
    for (const { key } of moved) drop(key);
    more = moved.length > 0;
    if (more) mark(course);
    if (more && !all.result) ask();
  }
}

/**
 * @param {string} course
 * @param {number} [most]
 */
export function next(course, most = BATCH) {
  const start = keyOf(course, "attempt", "");
  const all = [];
  for (const key of found(start)) {
    if (all.length === most) break;
    const text = waiting(key) ?? "";
    // No slot has such a sign in it; an id that was brought in may.
    const end = key.indexOf(":", start.length);
    const slot = key.slice(start.length, end);
    const row = rowOf(parsed(text), slot);
    // What is no attempt, or one of a later version, stays where it is.
    if (row) all.push({ key, text, slot, id: key.slice(end + 1), row });
  }
  return all;
}

/**
 * Lets pages know that the database has something of a course: the others need not open it.
 *
 * @param {string} course
 */
export const mark = (course) => set(keyOf(course, "log"), "true");

/** Asks the browser not to delete by itself what is kept; some ask the learner. */
export function ask() {
  void navigator.storage?.persist?.().catch(() => {});
}
