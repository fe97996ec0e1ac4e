/** @import { Case, Scorer } from "../types.d.ts" */
import { score } from "../score.js";
import { graded, unanswered } from "./result.js";

/**
 * The mean of the parts.
 *
 * @type {Scorer<Case>}
 */
export function caseScore({ parts }, response, lang) {
  const given = response ?? parts.map(() => null);
  if (!Array.isArray(given) || given.length !== parts.length) return unanswered("invalid");
  const results = parts.map((part, n) => score(part, given[n], lang));
  const open = results.find(({ message }) => message)?.message;
  if (open) return unanswered(open);
  const sum = results.reduce((total, result) => total + result.score, 0);
  return graded(
    sum / parts.length,
    results.map((result) => result.score === 1),
  );
}
