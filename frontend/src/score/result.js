/** @import { Missing, Outcome, Score } from "../types.d.ts" */

/** The sign that stands for an outcome. */
export const SIGNS = /** @type {const} */ ({ correct: "right", partial: "partial", incorrect: "wrong" });

/**
 * @param {number} score 0 to 1
 * @returns {Outcome}
 */
export const outcomeOf = (score) => (score === 1 ? "correct" : score ? "partial" : "incorrect");

/**
 * @param {Missing} message
 * @returns {Score}
 */
export function unanswered(message) {
  return { score: 0, unanswered: true, parts: [], message };
}

/**
 * @param {number} score
 * @param {boolean[]} parts
 * @returns {Score}
 */
export function graded(score, parts) {
  return { score, unanswered: false, parts };
}

/**
 * Scores by the share of right parts.
 *
 * @param {boolean[]} parts
 */
export function share(parts) {
  return graded(parts.filter(Boolean).length / parts.length, parts);
}
