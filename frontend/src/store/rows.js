/**
 * What views over a whole course read, from a database of thousands of attempts in a moment: their
 * rows stand together in one entry. It is made from the attempts, and made good wherever it lacks one.
 */
/** @import { Row } from "../types.d.ts" */
import { rowOf } from "../log/row.js";
import { parsed } from "./browser.js";
import { range, transact } from "./database.js";
import { listOf, rowIn } from "./row-list.js";
import { list } from "./sound.js";

/** Of the form in which rows are kept; of another one, they are made anew. */
const VERSION = 1;

/**
 * @param {string} course
 * @returns {Promise<Row[]>} in no order
 */
export async function rowsOf(course) {
  const [keys, kept] = await transact("readonly", (attempts, transaction) => [
    attempts.getAllKeys(range(course)),
    transaction.objectStore("rows").get(course),
  ]);
  const known = read(kept.result);
  /** @type {Row[]} */
  const rows = [];
  /** @type {any[]} */
  const missing = [];
  for (const key of /** @type {[string, string, string][]} */ (keys.result)) {
    const row = known.get(`${key[1]}:${key[2]}`);
    if (row) rows.push(row);
    else missing.push(key);
  }
  if (!missing.length && rows.length === known.size) return rows;
  const asked = await transact("readonly", (attempts) => missing.map((key) => attempts.get(key)));
  const made = asked.flatMap(({ result }, n) => rowOf(parsed(result), missing[n][1]) ?? []);
  // As a list of arguments they could be too many.
  const all = rows.concat(made);
  // Whoever asks need not wait for it.
  if (made.length || known.size > all.length) void keep(course, all).catch(() => {});
  return all;
}

/**
 * Keeps rows for the next who asks, but those of attempts that were forgotten since they were read.
 *
 * @param {string} course
 * @param {Row[]} rows
 * @returns {Promise<void>}
 */
function keep(course, rows) {
  return transact("readwrite", (attempts, transaction) => {
    const asked = attempts.getAllKeys(range(course));
    asked.onsuccess = () => {
      const there = new Set(/** @type {any[]} */ (asked.result).map(([, slot, id]) => `${slot}:${id}`));
      put(transaction, course, rows.filter(({ slot, id }) => there.has(`${slot}:${id}`)));
    };
  });
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} course
 * @param {Row[]} rows all of the course
 */
function put(transaction, course, rows) {
  try {
    transaction.objectStore("rows").put({ v: VERSION, rows: rows.map(listOf) }, course);
  } catch {
    // What is thrown where a request is heard would be an error of the page as well.
    transaction.abort();
  }
}

/**
 * Adds rows of what is put there, which so need not be read once more.
 *
 * @param {IDBTransaction} transaction
 * @param {string} course
 * @param {Row[]} rows
 */
export function add(transaction, course, rows) {
  const asked = transaction.objectStore("rows").get(course);
  asked.onsuccess = () => put(transaction, course, [...read(asked.result).values(), ...rows]);
}

/**
 * @param {any} kept may be anything
 * @returns {Map<string, Row>} by slot and id
 */
function read(kept) {
  /** @type {Map<string, Row>} */
  const known = new Map();
  for (const each of list(kept?.v === VERSION && kept.rows)) {
    const row = rowIn(each);
    if (row) known.set(`${row.slot}:${row.id}`, row);
  }
  return known;
}
