/** @import { Options, Scorer } from "../types.d.ts" */
import { graded, unanswered } from "./result.js";

/** @type {Scorer<Options>} */
export function choice({ ids, key }, response) {
  if (response == null) return unanswered("nothing-chosen");
  if (!ids.includes(/** @type {string} */ (response))) return unanswered("invalid");
  const right = key.includes(/** @type {string} */ (response));
  return graded(Number(right), [right]);
}

/** @param {Options} question */
export const rightOnes = ({ key }) => [...key].sort();
