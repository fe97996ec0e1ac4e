/** The browser's database. A browser may refuse it, or fail in the middle: then a promise does. */

/**
 * `attempts` holds the JSON of statements under `[course, slot, id]`; `rows` what store/rows.js has
 * read of them, under the course.
 */
const STORES = ["attempts", "rows"];

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/**
 * All keys that begin so: a list comes after all texts.
 *
 * @param {string[]} start
 */
export const range = (...start) => IDBKeyRange.bound(start, [...start, []]);

/**
 * Does all of *work* or nothing.
 *
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(attempts: IDBObjectStore, transaction: IDBTransaction) => T} work makes its requests
 * @returns {Promise<T>} what *work* has returned, once all of it is on the disk
 */
export async function transact(mode, work) {
  try {
    const database = await (opened ??= open());
    return await new Promise((resolve, reject) => {
      // All that there are: a later version of ours may have others.
      const transaction = database.transaction([...database.objectStoreNames], mode, { durability: "strict" });
      const made = work(transaction.objectStore(STORES[0]), transaction);
      transaction.oncomplete = () => resolve(made);
      transaction.onabort = () => reject(transaction.error);
    });
  } catch (error) {
    // It may be had the next time.
    opened = undefined;
    throw error;
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    // In whatever version it is: what stands in `attempts` keeps its form.
    const asked = indexedDB.open("selfcheck");
    asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name));
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const database = asked.result;
      // Somebody deletes it, or makes a later version: neither waits for this page.
      database.onversionchange = () => {
        opened = undefined;
        database.close();
      };
      database.onclose = () => (opened = undefined);
      resolve(database);
    };
  });
}
