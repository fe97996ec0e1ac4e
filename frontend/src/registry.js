/** What a page knows: the question types, and what a whole quiz may have. */
/** @import { Features, Type } from "./types.d.ts" */

/**
 * On a site a type's script adds its row, so that a page loads only what it uses.
 *
 * @type {Record<string, Type>}
 */
export const types = {};

/** @type {Features} */
export const features = {};
