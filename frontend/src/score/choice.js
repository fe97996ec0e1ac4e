/** @import { Choice, Scorer } from "../types.d.ts" */
import { isIndex } from "./indices.js";
import { graded, unanswered } from "./result.js";

/** @type {Scorer<Choice>} */
export function choice(question, response) {
  if (response == null) return unanswered("nothing-chosen");
  if (!isIndex(response, question.options)) return unanswered("invalid");
  const right = question.key.includes(response);
  return graded(Number(right), [right]);
}
