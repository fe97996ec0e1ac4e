/** Keeps a course's answers in the browser: those of a page, and the whole log. */
/** @import { Log, Row, Statement, Store } from "../types.d.ts" */
import { attempt, oldestFirst } from "../log/attempt.js";
import { slotIn } from "../log/slot-in.js";
import { announce } from "./announce.js";
import { answers } from "./answers.js";
import { entryOf, intoDatabase, intoStorage } from "./bring-in.js";
import { parsed } from "./browser.js";
import { range, transact } from "./database.js";
import { erase } from "./erase.js";
import { rowsOf } from "./rows.js";
import { next } from "./settle.js";
import { found, keyOf, read, trouble } from "./storage.js";

/**
 * @typedef {Store & Log & { statements: (slots?: string[]) => Promise<Statement[]> }} Local all
 *   statements of the course, or those of some slots
 */

/**
 * @param {string} course
 * @returns {Local}
 */
export function localStore(course) {
  const store = answers(course);
  return Object.assign(store, {
    async rows() {
      // Read first: what goes on into the database meanwhile is then in one of the two.
      const waiting = next(course, Infinity).map(({ row }) => row);
      /** @type {Row[]} */
      const rows = await unless(() => rowsOf(course), []);
      return oldestFirst(once([...rows, ...waiting], ({ slot, id }) => `${slot}:${id}`));
    },
    /** @param {string[]} [slots] */
    async statements(slots) {
      const waiting = next(course, Infinity).filter(({ slot }) => !slots || slots.includes(slot)).map(({ text }) => text);
      const ranges = slots ? slots.map((slot) => range(course, slot)) : [range(course)];
      const asked = await unless(() => transact("readonly", (attempts) => ranges.map((each) => attempts.getAll(each))), []);
      const texts = [...asked.flatMap(({ result }) => result), ...waiting];
      const all = texts.map(parsed).flatMap((made) => {
        const one = attempt(made);
        return one && slotIn(made, course) ? [{ id: one.id, at: one.at, made }] : [];
      });
      return oldestFirst(once(all, ({ id }) => id)).map(({ made }) => made);
    },
    /** @param {Statement[]} statements */
    async add(statements) {
      const all = once(statements, ({ id }) => id).map((statement) => entryOf(statement, course));
      const added = await unless(() => intoDatabase(course, all), null) ?? intoStorage(course, all);
      announce(course);
      return { added, known: statements.length - added };
    },
    forget() {
      const keys = found(keyOf(course, "")).filter((key) => key !== keyOf(course, "log"));
      return erase(course, keys, (attempts) => void attempts.delete(range(course)));
    },
    async kept() {
      const promised = await navigator.storage?.persisted?.().catch(() => null);
      // Where no question has been loaded yet, nobody has found out whether there is a database.
      const works = !trouble(false) || (await transact("readonly", () => true).catch(() => false));
      return { where: /** @type {const} */ ("browser"), promised: promised ?? null, trouble: store.trouble ?? trouble(works) };
    },
  });

  /**
   * Where the database cannot be had, `localStorage` has everything, unless the database did before:
   * half of a log is not shown as all of it.
   *
   * @template T
   * @param {() => Promise<T>} work
   * @param {T} none
   */
  async function unless(work, none) {
    try {
      return await work();
    } catch (error) {
      if (read(keyOf(course, "log"))) throw error;
      return none;
    }
  }
}

/**
 * @template T
 * @param {T[]} things
 * @param {(thing: T) => string} name
 * @returns {T[]} one of each name
 */
const once = (things, name) => [...new Map(things.map((thing) => [name(thing), thing])).values()];
