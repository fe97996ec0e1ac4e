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

/**
 * @param {string[]} key
 * @param {string[][]} [same]
 * @returns {string[]} *key* with equal things in a fixed order among their own places
 */
export function settled(key, same = []) {
  return same.reduce((ids, group) => {
    const own = ids.filter((id) => group.includes(id)).sort();
    return ids.map((id) => (group.includes(id) ? /** @type {string} */ (own.shift()) : id));
  }, key);
}
