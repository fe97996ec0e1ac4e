/** What an answer says of how well the question was remembered, as FSRS rates it. */
/** @import { Row } from "../types.d.ts" */

/** @typedef {1 | 2 | 3 | 4} Rating */
export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

/** Less than half of it right is forgotten. */
const HALF = 0.5;

/**
 * A right answer that was a guess, or had help, was not easily remembered; only who was sure of it
 * remembered it easily. Where nobody was asked how sure they were, right is good.
 *
 * @param {Pick<Row, "score" | "hints" | "confidence">} answer
 * @returns {Rating}
 */
export function ratingOf({ score, hints, confidence }) {
  if (score < HALF) return AGAIN;
  if (score < 1 || hints > 0 || confidence === 1) return HARD;
  return confidence === 3 ? EASY : GOOD;
}

/**
 * The first answer since the learner began, or began again, is what was remembered: the next try
 * follows on its feedback.
 *
 * @param {Pick<Row, "tries">} answer
 */
export const isFirst = ({ tries }) => tries <= 1;
