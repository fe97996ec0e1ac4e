/** The names of our xAPI profile, which docs/xapi.md describes. */

const BASE = "urn:selfcheck:";

/** Changes when an old statement means something else by a new reader. */
export const VERSION = 1;

export const PROFILE = `${BASE}profile:${VERSION}`;

/**
 * @param {string} kind
 * @param {string} course
 * @param {string} [name] in that course
 */
export const activityId = (kind, course, name) => `${BASE}${kind}:${course}${name ? `:${name}` : ""}`;

/** @param {Record<string, unknown>} values those that are there become extensions */
export const extensions = (values) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[BASE + name, value]])),
  );

/**
 * @param {any} holder what has `extensions`
 * @param {string} name
 * @returns {any}
 */
export const extension = (holder, name) => holder?.extensions?.[BASE + name];
