/**
 * Puts texts into the browser's storage. When that is full the oldest attempts make room that a
 * later one to the same question has replaced; what finds no room all the same is held until the
 * page is left, and tried again with whatever is put next.
 */
import { time } from "./sound.js";
import { get, keys, parsed, remove, set } from "./browser.js";

const PREFIX = "selfcheck:v1:";
const ATTEMPT = /^selfcheck:v1:([^:]+:)attempt:(.+):[^:]+$/;

/** What is not in the storage. @type {Map<string, string>} */
const held = new Map();

// A full storage can make room when it comes to that; one that refuses never keeps anything.
const probe = "selfcheck.probe";
// As much as an attempt takes: whoever comes back to a full storage is told so before they answer.
let room = set(probe, "1".repeat(4000));
remove(probe);

/** @returns {import("../types.d.ts").Trouble} why what is put is not in the storage, or may not be */
export const trouble = () => (room === "refused" ? "forgets" : held.size ? "no-room" : room === "full" ? room : null);

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
  if (room === "full" && !held.size && ATTEMPT.test(key)) room = "kept";
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
  const done = set(key, text);
  if (done !== "full") return done === "kept";
  /** @type {[key: string, text: string][]} */
  const removed = [];
  for (const other of replaced(key)) {
    removed.push([other, get(other) ?? ""]);
    remove(other);
    if (set(key, text) === "kept") return true;
  }
  // Even all of them are too little: none goes for nothing.
  for (const [other, before] of removed.reverse()) set(other, before);
  return false;
}

/**
 * @param {string} key what needs room
 * @returns {string[]} attempts that a later one has replaced, the oldest first; and last of all,
 *   where *key* is an attempt, the one that it replaces
 */
function replaced(key) {
  /** @type {Map<string, string[]>} */
  const slots = new Map();
  for (const name of keys()) {
    const slot = slotIn(name);
    if (slot) slots.set(slot, [...(slots.get(slot) ?? []), name]);
  }
  const own = slotIn(key);
  const all = [...slots].filter(([slot, names]) => slot === own || names.length > 1).map(([slot, names]) => {
    const timed = names.map((name) => ({ name, at: time(parsed(get(name))?.timestamp) || 0 }));
    return { slot, timed: timed.sort((one, other) => one.at - other.at) };
  });
  const spare = all.flatMap(({ timed }) => timed.slice(0, -1)).sort((one, other) => one.at - other.at);
  const last = all.find(({ slot }) => slot === own)?.timed.at(-1);
  return [...spare, ...(last ? [last] : [])].map(({ name }) => name);
}

/** @param {string} key */
function slotIn(key) {
  const [, course, slot] = ATTEMPT.exec(key) ?? [];
  return course && course + slot;
}
