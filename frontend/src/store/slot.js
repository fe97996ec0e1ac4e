/**
 * A slot is where the answers to a question in a sitting are kept.
 *
 * @param {string} question its name: `bank/question` or `bank/case/part`
 * @param {string} [sitting]
 */
export const slotOf = (question, sitting) => question + (sitting ? `@${sitting}` : "");

/**
 * @param {ParentNode} page
 * @returns {string[]} the slots of the questions in all its quizzes
 */
export function slotsIn(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const questions = page.querySelectorAll(".selfcheck .sc-question");
  return [...questions].map((question) => {
    /** @type {HTMLElement | null} */
    const root = question.closest(".selfcheck");
    return slotOf(question.dataset.question ?? "", root?.dataset.sitting);
  });
}
