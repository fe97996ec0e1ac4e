/** What a page knows: the question types, and what a whole quiz may have. */
/** @import { Features, Type } from "./types.d.ts" */

/**
 * On a site a type's script adds its row, so that a page loads only what it uses.
 *
 * @type {Record<string, Type>}
 */
export const types = Object.create(null);

/** @type {Features} */
export const features = {};

/** What a row must have; the rest has a default. */
const PARTS = /** @type {const} */ (["score", "keep", "decides", "view", "xapi"]);

/**
 * @param {string} name
 * @throws for a type whose script is missing or has not all its parts
 */
export function checkType(name) {
  const missing = types[name] ? PARTS.filter((part) => !types[name][part]) : ["script"];
  if (missing.length) throw new Error(`the question type ${name} has no ${missing.join(", ")}`);
}
