/** When two answers to a question are the same. */
/** @import { Question, Response, Score } from "../types.d.ts" */
import { typeOf } from "../registry.js";

/**
 * @param {Question} question
 * @param {Score | null} result
 * @param {Response} response
 * @returns {string} the same for the same answer, however the bank listed what it is made of
 */
export function answerOf({ type }, result, response) {
  if (typeof response !== "object" || response === null) return String(result?.value ?? response);
  const list = Array.isArray(response) ? [...response] : Object.entries(response).map((pair) => pair.join(" "));
  // Only where things are put in order does their order say something.
  return (typeOf(type).xapi.interaction === "sequencing" ? list : list.sort()).join("\n");
}
