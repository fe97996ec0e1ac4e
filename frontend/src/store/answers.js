/**
 * Keeps answers to the questions of a page in the browser; views of them follow each other.
 *
 * An attempt is put into `localStorage` first, which has it before the learner sees a verdict, and
 * goes on from there into the database, which has room. What does that is loaded when there is
 * something to keep or to bring. A draft stays in `localStorage`.
 */
/** @import { Attempt, Store } from "../types.d.ts" */
import { attempt, oldestFirst } from "../log/attempt.js";
import { features } from "../registry.js";
import { parsed } from "./browser.js";
import { draft as sound, list } from "./sound.js";
import { drop, found, isUnused, keyOf, put, read, trouble } from "./storage.js";

/** @typedef {{ texts: (string | null)[], made: Map<string, Attempt> }} Known texts that nobody has asked for yet, and attempts by id */

/** Events of a window that say of answers that they may be others. */
const NEWS = ["selfcheck", "storage", "pageshow"];

/** Milliseconds that a page waits for the database. */
const PATIENCE = 500;

/**
 * @param {string} course
 * @returns {Store}
 */
export function answers(course) {
  const start = keyOf(course, "attempt", "");
  const drafts = keyOf(course, "draft", "");
  /** By slot. @type {Map<string, Known | undefined>} */
  const known = new Map();
  /** @type {Set<(slot?: string, made?: string) => void>} */
  const watching = new Set();
  /** @type {BroadcastChannel | undefined} */
  let channel;
  /** Whether the database does; unknown at first. @type {boolean | undefined} */
  let works;

  return {
    course,
    get trouble() {
      return trouble(works !== false);
    },
    async load(slots) {
      if (isUnused(course)) return;
      await Promise.race([bring(slots), new Promise((go) => { setTimeout(go, PATIENCE); })]);
      works ??= false;
    },
    attempts(slot) {
      const { texts, made } = at(slot);
      for (const text of texts.splice(0)) {
        const one = attempt(parsed(text));
        if (one) made.set(one.id, one);
      }
      return oldestFirst([...made.values()]);
    },
    draft: (slot) => sound(parsed(read(drafts + slot))),
    save(slot, draft) {
      put(drafts + slot, JSON.stringify(draft));
      // In another page it may be there before the draft can be read: `storage` then tells of it again.
      tell(slot);
    },
    record(slot, statement) {
      const text = JSON.stringify(statement);
      put(`${start}${slot}:${statement.id}`, text);
      drop(drafts + slot);
      at(slot).texts.push(text);
      tell(slot, text);
      void bring();
    },
    watch(heard) {
      if (!watching.size) listen();
      watching.add(heard);
      return () => {
        watching.delete(heard);
        if (watching.size) return;
        NEWS.forEach((name) => removeEventListener(name, heed));
        channel?.close();
        channel = undefined;
        // Of what happens from now on, nobody tells.
        known.clear();
      };
    },
  };

  /** @param {string} slot */
  function at(slot) {
    const here = known.get(slot) ?? waiting(slot);
    known.set(slot, here);
    return here;
  }

  /**
   * @param {string} slot
   * @returns {Known} what `localStorage` has of it
   */
  function waiting(slot) {
    return { texts: found(`${start}${slot}:`).map(read), made: new Map() };
  }

  /**
   * Brings what the database has of some slots, forgets what is gone there, and lets go on into it what
   * waits.
   *
   * @param {Iterable<string>} [slots]
   */
  async function bring(slots) {
    const all = [...(slots ?? [])];
    const before = all.map((slot) => known.get(slot));
    // `localStorage` is read first: what goes on into the database meanwhile is then in one of the two.
    // What is checked or heard of meanwhile is added to what was read.
    for (const slot of all) known.set(slot, waiting(slot));
    /** @type {[slot: string, text: string][] | undefined} */
    let had;
    /** @type {Promise<boolean> | undefined} */
    let settled;
    try {
      await features.ready?.();
      [had, settled] = await /** @type {NonNullable<typeof features.log>} */ (features.log)(course, all);
    } catch {
      // There is no database, or it fails.
    }
    // One that fails may still have all of it.
    if (!had && read(keyOf(course, "log"))) {
      all.forEach((slot, n) => {
        known.set(slot, before[n]);
        at(slot).texts.push(...waiting(slot).texts);
      });
    }
    works = !!had;
    for (const [slot, text] of had ?? []) at(slot).texts.push(text);
    // Of no slot: whether an attempt is kept is news too.
    hear(slots ? undefined : "");
    void settled?.then((done) => {
      works = done;
      hear("");
    });
  }

  /** @param {(string | undefined)[]} news the slot that has changed, any when it is left out; an attempt at it */
  function hear(...news) {
    watching.forEach((heard) => heard(...news));
  }

  /** @param {string[]} news a slot, and an attempt at it */
  function tell(...news) {
    hear(...news);
    channel?.postMessage([course, ...news]);
  }

  function listen() {
    NEWS.forEach((name) => addEventListener(name, heed));
    try {
      channel = new BroadcastChannel("selfcheck");
      channel.onmessage = heed;
    } catch {
      // Where nothing is kept, no other page has anything to tell.
    }
  }

  /**
   * @param {any} event a message of another page, or what store/announce.js says to this one; a draft of
   *   another page; a page that comes back as it was left has heard nothing meanwhile
   */
  function heed({ data, detail, persisted, key }) {
    // What another page has kept can be read by now: the message of it may have come before.
    if (key?.startsWith(start)) hear("");
    const [of, slot, text] = list(persisted ? [course] : data ?? detail ?? key?.split(drafts));
    if (of !== course && of !== "") return;
    if (text) at(slot).texts.push(text);
    if (slot) hear(slot, text);
    else void bring(known.keys());
  }
}
