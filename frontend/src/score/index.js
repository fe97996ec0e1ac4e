/** @import { Question, Score, Scorer } from "../types.d.ts" */
import { choice } from "./choice.js";
import { match } from "./match.js";
import { multipleResponse } from "./multiple-response.js";
import { numeric } from "./numeric.js";
import { order } from "./order.js";

/** @type {Record<Question["type"], Scorer<any>>} */
const scorers = { choice, "multiple-response": multipleResponse, numeric, order, match };

/**
 * Scores a response. Never throws for a response, whatever it is: what cannot be graded is
 * unanswered, with a message.
 *
 * @param {Question} question
 * @param {unknown} response
 * @param {string} [lang] the page's language, which decides what "1.234" means
 * @returns {Score}
 */
export function score(question, response, lang = "en") {
  return scorers[question.type](question, response, lang);
}
