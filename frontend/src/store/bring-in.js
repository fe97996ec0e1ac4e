/** Adds statements from elsewhere to those of the browser: all of them or none. */
/** @import { Row, Statement } from "../types.d.ts" */
import { rowOf } from "../log/row.js";
import { slotIn } from "../log/slot-in.js";
import { set } from "./browser.js";
import { range, transact } from "./database.js";
import { add as addRows } from "./rows.js";
import { ask, mark, next, settle } from "./settle.js";
import { drop, keyOf } from "./storage.js";

/** @typedef {{ row: Row, text: string }} Entry */

/**
 * @param {Statement} statement
 * @param {string} course
 * @returns {Entry}
 * @throws for one that is no attempt at a question of the course
 */
export function entryOf(statement, course) {
  const slot = slotIn(statement, course);
  const row = slot && rowOf(statement, slot);
  if (!row) throw new TypeError(`no attempt of the course ${course}`);
  return { row, text: JSON.stringify(statement) };
}

/**
 * @param {string} course
 * @param {Entry[]} all
 * @returns {Promise<number>} how many were not there
 */
export async function intoDatabase(course, all) {
  // With what waits, so that it is known there.
  await settle(course);
  const { added, before } = await transact("readwrite", (attempts, transaction) => {
    const added = { n: 0 };
    const before = attempts.count();
    const asked = attempts.getAllKeys(range(course));
    asked.onsuccess = () => {
      // By the id alone, as in JupyterLab: a statement is of one question.
      const known = new Set(/** @type {string[][]} */ (asked.result).map(([, , id]) => id));
      const fresh = all.filter(({ row }) => !known.has(row.id));
      try {
        for (const { row, text } of fresh) attempts.put(text, [course, row.slot, row.id]);
        addRows(transaction, course, fresh.map(({ row }) => row));
        added.n = fresh.length;
      } catch {
        transaction.abort();
      }
    };
    return { added, before };
  });
  if (added.n) mark(course);
  if (added.n && !before.result) ask();
  return added.n;
}

/**
 * For a browser without a database.
 *
 * @param {string} course
 * @param {Entry[]} all
 * @returns {number} how many were not there
 * @throws where not all of them find room
 */
export function intoStorage(course, all) {
  const known = new Set(next(course, Infinity).map(({ id }) => id));
  const keys = [];
  for (const { row, text } of all) {
    const key = keyOf(course, "attempt", row.slot, row.id);
    if (known.has(row.id)) continue;
    keys.push(key);
    if (set(key, text) === "kept") continue;
    keys.forEach(drop);
    throw new DOMException("There is no room for all of it.", "QuotaExceededError");
  }
  return keys.length;
}
