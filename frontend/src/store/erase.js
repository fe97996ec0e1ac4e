/** Deletes answers from the browser, wherever in it they are. */
import { announce } from "./announce.js";
import { forgetActor } from "./browser.js";
import { range, transact } from "./database.js";
import { drop, found, keyOf, read } from "./storage.js";

/**
 * With the last answer of all courses the learner's random name goes too: who comes next is another.
 *
 * @param {string} course
 * @param {string[]} keys of `localStorage`
 * @param {(attempts: IDBObjectStore) => void} work deletes from the database
 * @returns {Promise<void>} fails when the database has something of the course and keeps it
 */
export async function erase(course, keys, work) {
  // First what could go on into the database meanwhile.
  keys.forEach(drop);
  try {
    const left = await transact("readwrite", (attempts, transaction) => {
      // Rows that stay are read from the attempts again.
      const rows = transaction.objectStore("rows");
      for (const key of [course, range(course)]) rows.delete(key);
      work(attempts);
      return attempts.count();
    });
    if (!left.result && !found(keyOf("")).some(isAnswer)) forgetActor();
  } catch (error) {
    if (read(keyOf(course, "log"))) throw error;
    // That of another course says that the database has something, which cannot be seen just now.
    if (!found(keyOf("")).some((key) => isAnswer(key) || key.endsWith(":log"))) forgetActor();
  } finally {
    announce(course);
  }
}

/** @param {string} key */
const isAnswer = (key) => /:(attempt|draft):/.test(key);
