/** What is drawn and shown together: a question alone, or all parts of a case. */
/** @import { Live } from "./types.d.ts" */

/** @param {Live} question */
export const boxOf = ({ section }) =>
  /** @type {HTMLElement} */ (section.parentElement?.closest(".sc-case") ?? section);

/**
 * @param {Live[]} questions
 * @returns {Live[][]}
 */
export function together(questions) {
  /** @type {Map<Element, Live[]>} */
  const found = new Map();
  for (const question of questions) {
    found.set(boxOf(question), [...(found.get(boxOf(question)) ?? []), question]);
  }
  return [...found.values()];
}
