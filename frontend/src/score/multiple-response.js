/** @import { Options, Scorer } from "../types.d.ts" */
import { areIds } from "./ids.js";
import { graded, unanswered } from "./result.js";

/** @type {Scorer<Options>} */
export function multipleResponse({ ids, key }, response) {
  if (response == null) return unanswered("nothing-chosen");
  if (!areIds(response, ids)) return unanswered("invalid");
  if (!response.length) return unanswered("nothing-chosen");
  const right = response.filter((id) => key.includes(id)).length;
  const wrong = response.length - right;
  const parts = ids.map((id) => response.includes(id) === key.includes(id));
  return graded(Math.max(0, right - wrong) / key.length, parts);
}

/**
 * @param {Options} question
 * @param {string[]} response
 * @returns {string[] | null} what is right in it
 */
export function keepRight({ key }, response) {
  const right = response.filter((id) => key.includes(id));
  return right.length ? right : null;
}

/**
 * @param {{ ids: string[] }} question
 * @param {unknown} response
 * @returns {string[] | null} what there is of it
 */
export function salvageList({ ids }, response) {
  const known = Array.isArray(response) ? [...new Set(response)].filter((id) => ids.includes(id)) : [];
  return known.length ? known : null;
}
