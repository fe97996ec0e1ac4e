/** Deletes answers from the browser, wherever in it they are. */
import { announce } from "./announce.js";
import { transact } from "./database.js";
import { drop, keyOf, read } from "./storage.js";

/**
 * @param {string} course
 * @param {string[]} keys of `localStorage`
 * @param {(attempts: IDBObjectStore) => void} work deletes from the database
 * @returns {Promise<void>} fails when the database has something of the course and keeps it
 */
export async function erase(course, keys, work) {
  // First what could go on into the database meanwhile.
  keys.forEach(drop);
  try {
    await transact("readwrite", (attempts, transaction) => {
      // Rows that stay are read from the attempts again.
      transaction.objectStore("rows").delete(course);
      work(attempts);
    });
  } catch (error) {
    if (read(keyOf(course, "log"))) throw error;
  } finally {
    announce(course);
  }
}
