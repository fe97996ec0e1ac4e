/**
 * Puts texts into the browser's storage. When that is full the oldest attempts make room that a
 * later one to the same question has replaced; what finds no room all the same is held until the
 * page is left, and tried again with whatever is put next.
 */
import { get, keys, parsed, remove, set } from "./browser.js";

const PREFIX = "selfcheck:v1:";
const ATTEMPT = /^selfcheck:v1:([^:]+:)attempt:(.+):[^:]+$/;

/** What is not in the storage. @type {Map<string, string>} */
const held = new Map();

// A full storage can make room when it comes to that; one that refuses never keeps anything.
const probe = "selfcheck.probe";
const refuses = set(probe, "1") === "refused";
remove(probe);

/** @returns {import("../types.d.ts").Trouble} why something that was put is not in the storage */
export const trouble = () => (refuses ? "forgets" : held.size ? "no-room" : null);

/** @param {string[]} parts of a key, the course first */
export const keyOf = (...parts) => PREFIX + parts.join(":");

/** @param {string} key */
export const read = (key) => held.get(key) ?? get(key);

/** @param {string} start */
export const found = (start) => [...new Set([...keys(), ...held.keys()])].filter((key) => key.startsWith(start));

/**
 * @param {string} key
 * @param {string} text
 */
export function put(key, text) {
  for (const [name, value] of new Map([...held, [key, text]])) {
    if (kept(name, value)) held.delete(name);
    else held.set(name, value);
  }
}

/** @param {string} key */
export function drop(key) {
  held.delete(key);
  remove(key);
}

/**
 * @param {string} key
 * @param {string} text
 */
function kept(key, text) {
  let done = set(key, text);
  if (done !== "full") return done === "kept";
  const [spare, last] = replaced(key);
  for (const other of spare) {
    remove(other);
    done = set(key, text);
    if (done === "kept") return true;
  }
  // The attempt that this one replaces: it goes back if even that is not enough.
  const before = last && get(last);
  if (!last || !before) return false;
  remove(last);
  if (set(key, text) === "kept") return true;
  set(last, before);
  return false;
}

/**
 * @param {string} key what needs room
 * @returns {[spare: string[], last: string | undefined]} attempts that a later one has replaced,
 *   the oldest first; and the latest of the slot of *key*, where that is an attempt
 */
function replaced(key) {
  /** @type {Map<string, { name: string, at: number }[]>} */
  const slots = new Map();
  for (const name of keys()) {
    const slot = slotIn(name);
    if (slot) slots.set(slot, [...(slots.get(slot) ?? []), { name, at: Date.parse(parsed(get(name))?.timestamp) || 0 }]);
  }
  const oldestFirst = [...slots].map(([slot, all]) => ({ slot, all: all.sort((one, other) => one.at - other.at) }));
  const spare = oldestFirst.flatMap(({ all }) => all.slice(0, -1)).sort((one, other) => one.at - other.at);
  const own = oldestFirst.find(({ slot }) => slot === slotIn(key));
  return [spare.map(({ name }) => name), own?.all.at(-1)?.name];
}

/** @param {string} key */
function slotIn(key) {
  const [, course, slot] = ATTEMPT.exec(key) ?? [];
  return course && course + slot;
}
