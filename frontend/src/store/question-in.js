/**
 * @param {string} slot
 * @returns {string} the name of its question, in whatever sitting
 */
export const questionIn = (slot) => slot.split("@", 1)[0];
