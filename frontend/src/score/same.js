/** Which things have equal texts. */

/**
 * @param {string[][] | undefined} same
 * @param {string[]} ids
 * @returns {string[][]} the groups as far as they are made of *ids*, in a fixed order
 */
export const sameAmong = (same = [], ids) =>
  same
    .map((group) => group.filter((id) => ids.includes(id)).sort())
    .filter((group) => group.length > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1));
