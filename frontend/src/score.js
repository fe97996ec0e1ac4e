/** @import { Question, Score } from "./types.d.ts" */
import { typeOf } from "./registry.js";

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
  return typeOf(question.type).score(question, response, lang);
}
