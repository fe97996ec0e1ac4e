/** @import { Match, Scorer } from "../types.d.ts" */
import { isIndex } from "./indices.js";
import { share, unanswered } from "./result.js";

/** @type {Scorer<Match>} */
export function match(question, response) {
  if (response == null) return unanswered("partner-missing");
  if (!Array.isArray(response) || response.length !== question.left) return unanswered("invalid");
  if (![...response].every((right) => right === null || isIndex(right, question.right))) {
    return unanswered("invalid");
  }
  if (response.includes(null)) return unanswered("partner-missing");
  return share(question.key.map((right, left) => response[left] === right));
}
