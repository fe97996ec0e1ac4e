/** @import { Store } from "../types.d.ts" */

/**
 * For views over a whole course: a letter that is typed somewhere changes nothing that they show, and
 * to draw them takes longer than to type it.
 *
 * @param {Pick<Store, "watch">} store
 * @param {() => void} heard is told of all news but drafts
 * @returns {() => void} ends that
 */
export const onChecks = (store, heard) =>
  store.watch((slot, made) => {
    if (!slot || made) heard();
  });
