/**
 * What views over a whole course read, from a database of thousands of attempts in a moment: their
 * rows stand together in one entry, and those that came since beside it, each under its attempt's key.
 *
 * Whoever puts an attempt puts its row with it, and whoever deletes attempts deletes the rows of their
 * course, each in one transaction. So there are as many of both only where rows are those of the
 * attempts, which is counted in no time; to compare the keys takes longer than all else. Where they are
 * not as many, as by a version that puts no rows, they are compared, and made good.
 */
/** @import { Row } from "../types.d.ts" */
import { oldestFirst } from "../log/attempt.js";
import { rowOf } from "../log/row.js";
import { parsed } from "./browser.js";
import { range, transact } from "./database.js";
import { listOf, rowIn } from "./row-list.js";
import { list } from "./sound.js";

/** Of the form in which rows are kept; of another one, they are made anew. */
const VERSION = 1;
/** So many rows may stand by themselves: to put another one to thousands is to write these anew. */
const APART = 100;

/**
 * @param {string} course
 * @returns {Promise<Row[]>} in no order
 */
export async function rowsOf(course) {
  const [count, asked] = await transact("readonly", (attempts, transaction) => [
    attempts.count(range(course)),
    ask(transaction, course),
  ]);
  const { rows, apart, entries } = read(asked);
  // Entries that are no rows, or the same twice, make fewer ids than entries.
  const ids = new Set(rows.map(({ id }) => id)).size;
  if (entries !== ids || ids !== count.result) return compared(course, rows, entries);
  // Whoever asks need not wait for it.
  if (apart > APART) void keep(course, rows).catch(() => {});
  return rows;
}

/**
 * @param {string} course
 * @param {Row[]} had what was read of them
 * @param {number} entries how many there were, with those that are no rows
 * @returns {Promise<Row[]>}
 */
async function compared(course, had, entries) {
  const known = new Map(had.map((row) => [`${row.slot}:${row.id}`, row]));
  const { result: keys } = await transact("readonly", (attempts) => attempts.getAllKeys(range(course)));
  /** @type {Row[]} */
  const rows = [];
  /** @type {any[]} */
  const missing = [];
  for (const key of /** @type {[string, string, string][]} */ (keys)) {
    const row = known.get(`${key[1]}:${key[2]}`);
    if (row) rows.push(row);
    else missing.push(key);
  }
  const asked = await transact("readonly", (attempts) => missing.map((key) => attempts.get(key)));
  const made = asked.flatMap(({ result }, n) => rowOf(parsed(result), missing[n][1]) ?? []);
  // As a list of arguments they could be too many.
  const all = rows.concat(made);
  if (made.length || entries !== all.length) void keep(course, all).catch(() => {});
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
 * Puts all rows of a course together.
 *
 * @param {IDBTransaction} transaction
 * @param {string} course
 * @param {Row[]} rows in any order; they are sorted in place
 */
function put(transaction, course, rows) {
  const store = transaction.objectStore("rows");
  try {
    store.delete(range(course));
    // In their order, so that whoever reads them has nothing to sort.
    store.put({ v: VERSION, rows: oldestFirst(rows).map(listOf) }, course);
  } catch {
    // What is thrown where a request is heard would be an error of the page as well.
    transaction.abort();
  }
}

/**
 * Adds rows of what is put there, and puts them together with all others.
 *
 * @param {IDBTransaction} transaction
 * @param {string} course
 * @param {Row[]} rows
 */
export function add(transaction, course, rows) {
  const asked = ask(transaction, course);
  // The last that was asked for is heard of last.
  asked.apart.onsuccess = () => put(transaction, course, read(asked).rows.concat(rows));
}

/**
 * Adds the row of an attempt that is put there, beside the others. A database of a later version may have
 * no place for rows, and takes attempts all the same.
 *
 * @param {IDBTransaction} transaction
 * @param {string} course
 * @param {Row} row
 */
export function addOne(transaction, course, row) {
  if (transaction.objectStoreNames.contains("rows")) transaction.objectStore("rows").put(listOf(row), [course, row.slot, row.id]);
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} course
 */
function ask(transaction, course) {
  const store = transaction.objectStore("rows");
  return { together: store.get(course), apart: store.getAll(range(course)) };
}

/**
 * @param {{ together: IDBRequest, apart: IDBRequest }} asked may have given anything
 * @returns {{ rows: Row[], apart: number, entries: number }} how many of the entries stand apart, and how many
 *   there are
 */
function read({ together: { result: kept }, apart: { result: apart } }) {
  // Who has deleted the others knew of none that stand apart.
  if (kept?.v !== VERSION) return { rows: [], apart: 0, entries: apart.length };
  const all = list(kept.rows).concat(apart);
  return { rows: all.flatMap((each) => rowIn(each) ?? []), apart: apart.length, entries: all.length };
}
