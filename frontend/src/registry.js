/** What a page knows: the question types, and what a whole quiz may have. */
/** @import { Features, Type } from "./types.d.ts" */

/** @type {Record<string, Type<any, any, any>>} */
export const types = Object.create(null);

/** @type {Features} */
export const features = {};

/** What a row must have; the rest has a default. */
const PARTS = /** @type {const} */ (["score", "keep", "decides", "view"]);
const XAPI = /** @type {const} */ (["interaction", "write", "pattern"]);

/**
 * Adds a question type. On a site its script does so, and a page loads only what it uses.
 *
 * @param {string} name
 * @param {Type<any, any, any>} row
 * @throws for a row that lacks a part, and for a name that is taken
 */
export function register(name, row) {
  const missing = [
    ...PARTS.filter((part) => typeof row?.[part] !== "function"),
    ...XAPI.filter((part) => !row?.xapi?.[part]).map((part) => `xapi.${part}`),
  ];
  if (missing.length) throw new TypeError(`type ${name} has no ${missing.join(", ")}`);
  if (types[name]) throw new TypeError(`type ${name} is there already`);
  types[name] = row;
}

/**
 * @param {string} name
 * @throws when nothing has registered it, as when its script could not be loaded
 */
export function typeOf(name) {
  if (!types[name]) throw new TypeError(`no type ${name}`);
  return types[name];
}
