/** The variants of a numeric question: other numbers in the same texts. */
/** @import { Source } from "./types.d.ts" */

/**
 * @param {Source["question"]} question
 * @returns {number} how many there are; 0 for a question without any
 */
export const countOf = (question) => ("variants" in question && question.variants?.length) || 0;

/**
 * @template {Source["question"]} Q
 * @param {Q} question
 * @param {number} [n] which variant is asked
 * @returns {Q}
 */
export function current(question, n = 0) {
  return "variants" in question && question.variants ? { ...question, ...question.variants[n] } : question;
}

/**
 * Writes the numbers of a variant into the texts.
 *
 * @param {Element} section
 * @param {Source["question"]} question
 * @param {number} [n]
 */
export function fill(section, question, n = 0) {
  if (!("say" in question) || !question.say) return;
  /** @type {NodeListOf<HTMLElement>} */
  const places = section.querySelectorAll("[data-v]");
  for (const place of places) place.textContent = question.say[place.dataset.v ?? ""][n];
}
