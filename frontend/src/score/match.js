/** @import { Match, Missing, Pairs, Scorer } from "../types.d.ts" */
import { isIndex } from "./indices.js";
import { share, unanswered } from "./result.js";

/** @type {Scorer<Match>} */
export function match(question, response) {
  return paired(question, response, "partner-missing");
}

/**
 * Scores what gives each thing on the left one on the right.
 *
 * @param {Pairs} question
 * @param {unknown} response
 * @param {Missing} missing
 */
export function paired(question, response, missing) {
  if (response == null) return unanswered(missing);
  if (!Array.isArray(response) || response.length !== question.left) return unanswered("invalid");
  if (![...response].every((right) => right === null || isIndex(right, question.right))) {
    return unanswered("invalid");
  }
  if (response.includes(null)) return unanswered(missing);
  return share(question.key.map((right, left) => response[left] === right));
}

/**
 * How xAPI writes pairs.
 *
 * @param {any} response
 */
export function written(response) {
  return Object.entries(response)
    .map((pair) => pair.join("[.]"))
    .join("[,]");
}
