/**
 * Puts texts into the browser's storage, which answers at once. What finds no room is held until the
 * page is left, and tried again with whatever is put next.
 */
import { get, keys, remove, set } from "./browser.js";

const PREFIX = "selfcheck:v1:";
const ATTEMPT = ":attempt:";

/** What is not in the storage. @type {Map<string, string>} */
const held = new Map();

// A full storage can make room when it comes to that; one that refuses never keeps anything.
const probe = "selfcheck.probe";
// As much as an attempt takes: whoever comes back to a full storage is told so before they answer.
let room = set(probe, "1".repeat(4000));
remove(probe);

/**
 * @param {boolean} works whether attempts have a better place
 * @returns {import("../types.d.ts").Trouble} why something will be lost, or may be
 */
export function trouble(works) {
  if (room === "refused") return works ? null : "forgets";
  if ([...held.keys()].some((key) => !works || !key.includes(ATTEMPT))) return "no-room";
  return works || room === "kept" ? null : "full";
}

/** @param {string[]} parts of a key, the course first */
export const keyOf = (...parts) => PREFIX + parts.join(":");

/** @param {string} key */
export const read = (key) => held.get(key) ?? get(key);

/** @param {string} start */
export const found = (start) => [...new Set([...keys(), ...held.keys()])].filter((key) => key.startsWith(start));

/**
 * Whether nothing of a course was ever kept, as far as can be told without the database: nobody need
 * open that then.
 *
 * @param {string} course
 */
export const isUnused = (course) => !read(keyOf(course, "log")) && !found(keyOf(course, "attempt", ""))[0] && !trouble(false);

/**
 * @param {string} key
 * @param {string} text
 */
export function put(key, text) {
  for (const [name, value] of new Map([...held, [key, text]])) {
    if (set(name, value) === "kept") held.delete(name);
    else held.set(name, value);
  }
  if (room === "full" && !held.size && key.includes(ATTEMPT)) room = "kept";
}

/** @param {string} key */
export function drop(key) {
  held.delete(key);
  remove(key);
}
