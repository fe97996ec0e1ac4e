/** @import { Choice, Scorer } from "../types.d.ts" */
import { areIndices } from "./indices.js";
import { graded, unanswered } from "./result.js";

/** @type {Scorer<Choice>} */
export function multipleResponse(question, response) {
  if (response == null) return unanswered("nothing-chosen");
  if (!areIndices(response, question.options)) return unanswered("invalid");
  if (!response.length) return unanswered("nothing-chosen");
  const right = response.filter((index) => question.key.includes(index)).length;
  const wrong = response.length - right;
  const parts = Array.from(
    { length: question.options },
    (_, index) => response.includes(index) === question.key.includes(index),
  );
  return graded(Math.max(0, right - wrong) / question.key.length, parts);
}
