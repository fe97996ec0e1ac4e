/** What the browser keeps and gives. A browser may refuse to keep anything: nothing here throws. */

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * @param {string} key
 * @returns {any} what was kept under *key*, or null
 */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {boolean} whether the browser will remember it
 */
export function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the random name under *key*, which stays the same: for good if the browser remembers it,
 * else until the page is left.
 *
 * @param {string} key
 */
function name(key) {
  const known = memory.get(key) ?? recall(key);
  const chosen = typeof known === "string" ? known : uuid();
  if (chosen !== known) keep(key, chosen);
  memory.set(key, chosen);
  return chosen;
}

/** The seed of this learner's shuffling. */
export const seed = () => name("selfcheck.seed");

/** A name for this learner that says nothing about them. */
export const actor = () => name("selfcheck.actor");

/** A random UUID; `crypto.randomUUID` is missing on pages that come by plain HTTP. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
