/** @import { Case, Scorer } from "../types.d.ts" */
import { score } from "../score.js";
import { entriesOf } from "./ids.js";
import { graded, unanswered } from "./result.js";

/**
 * The mean of the parts.
 *
 * @type {Scorer<Case>}
 */
export function caseScore({ parts }, response, lang) {
  const given = entriesOf(response ?? {});
  if (!given || ![...given.keys()].every((id) => Object.hasOwn(parts, id))) return unanswered("invalid");
  const results = Object.entries(parts).map(([id, part]) => score(part, given.get(id), lang));
  const open = results.find(({ message }) => message)?.message;
  if (open) return unanswered(open);
  const sum = results.reduce((total, result) => total + result.score, 0);
  return graded(
    sum / results.length,
    results.map((result) => result.score === 1),
  );
}
