/**
 * A slot is where the answers to a question in a sitting are kept.
 *
 * @param {string} question its name: `bank/question` or `bank/case/part`
 * @param {string} [sitting]
 */
export const slotOf = (question, sitting) => question + (sitting ? `@${sitting}` : "");
