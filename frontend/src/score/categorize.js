/** @import { Categorize, Scorer } from "../types.d.ts" */
import { paired } from "./match.js";

/** @type {Scorer<Categorize>} */
export function categorize(question, response) {
  return paired(question, response, "group-missing");
}
