/** A question alone, or all parts of a case: what is drawn and shown together. */
/** @import { Live } from "./types.d.ts" */

/** @param {Live} question */
export const outer = ({ section }) =>
  /** @type {HTMLElement} */ (section.parentElement?.closest(".sc-case") ?? section);

/**
 * @param {Live[]} questions
 * @returns {Live[][]}
 */
export function units(questions) {
  /** @type {Map<Element, Live[]>} */
  const found = new Map();
  for (const question of questions) {
    found.set(outer(question), [...(found.get(outer(question)) ?? []), question]);
  }
  return [...found.values()];
}
