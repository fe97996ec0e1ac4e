/** The variants of a numeric question: other numbers in the same texts. */
/** @import { Question } from "./types.d.ts" */

/**
 * @param {Question} question
 * @returns {string[]} their ids; none for a question without any
 */
export const variantsOf = (question) =>
  ("variants" in question && question.variants?.map(({ id }) => id)) || [];

/**
 * @template {Question} Q
 * @param {Q} question
 * @param {string} [variant] which is asked
 * @returns {Q}
 */
export function current(question, variant) {
  const found = "variants" in question && question.variants?.find(({ id }) => id === variant);
  return found ? { ...question, ...found } : question;
}

/**
 * Writes the numbers of a variant into the texts.
 *
 * @param {Element} section
 * @param {Question} question
 * @param {string} [variant]
 */
export function fill(section, question, variant = "") {
  if (!("say" in question) || !question.say) return;
  const n = variantsOf(question).indexOf(variant);
  /** @type {NodeListOf<HTMLElement>} */
  const places = section.querySelectorAll("[data-v]");
  for (const place of places) place.textContent = question.say[place.dataset.v ?? ""][n];
}
