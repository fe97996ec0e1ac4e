/** @import { Order, Scorer } from "../types.d.ts" */
import { areIndices } from "./indices.js";
import { share, unanswered } from "./result.js";

/** @type {Scorer<Order>} */
export function order(question, response) {
  if (response == null) return unanswered("nothing-moved");
  if (!areIndices(response, question.items) || response.length !== question.items) {
    return unanswered("invalid");
  }
  return share(
    Array.from({ length: question.items }, (_, item) => {
      return response.indexOf(item) === question.key.indexOf(item);
    }),
  );
}
