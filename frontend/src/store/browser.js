/** What the browser keeps and gives. A browser may refuse to keep anything: nothing here throws. */

/**
 * @param {string} key
 * @returns {string | null}
 */
export function get(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {"kept" | "full" | "refused"}
 */
export function set(key, text) {
  try {
    localStorage.setItem(key, text);
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name.includes("Quota") ? "full" : "refused";
  }
}

/** @param {string} key */
export function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // What cannot be written cannot be there either.
  }
}

/** @returns {string[]} */
export function keys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** Signs of an entry: what is longer is none of ours, and reading it would hold up the page. */
const LONGEST = 1e6;

/**
 * @param {string | null} text
 * @returns {any} null for what is no JSON
 */
export function parsed(text) {
  try {
    return JSON.parse(text && text.length < LONGEST ? text : "null");
  } catch {
    return null;
  }
}

/** Names that the browser does not remember: those that it does, another page may take away. @type {Map<string, string>} */
const names = new Map();

/**
 * Returns the random name under *key*, which stays the same: as long as the browser remembers it,
 * else until the page is left.
 *
 * @param {string} key
 */
function name(key) {
  const known = names.get(key) ?? parsed(get(key));
  const chosen = /^[\w-]{1,64}$/.test(typeof known === "string" ? known : "") ? known : uuid();
  if (chosen !== known && set(key, JSON.stringify(chosen)) !== "kept") names.set(key, chosen);
  return chosen;
}

/** The seed of this learner's shuffling. */
export const seed = () => name("selfcheck.seed");

const ACTOR = "selfcheck.actor";

/** A name for this learner that says nothing about them. */
export const actor = () => name(ACTOR);

/** Whoever answers next has another name. */
export function forgetActor() {
  names.delete(ACTOR);
  remove(ACTOR);
}

/** A random UUID; `crypto.randomUUID` is missing on pages that come by plain HTTP. */
export const uuid = () =>
  crypto.randomUUID?.() ??
  // Of version 4, in which the first sign of the fourth part is 8, 9, a or b; each 0 and 1 may be anything.
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (sign) =>
    (+sign ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+sign / 4)))).toString(16),
  );
