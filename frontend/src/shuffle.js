/** An order that depends on names alone, so that a learner always sees the same one. */

/**
 * @param {string[]} ids
 * @param {string} name
 * @returns {string[]} *ids* in an order drawn from *name*; one more changes nothing among the others
 */
export function shuffled(ids, name) {
  const ranks = ids.map((id) => /** @type {const} */ ([rank(`${name}/${id}`), id]));
  return ranks.sort(([one], [other]) => one - other).map(([, id]) => id);
}

/**
 * FNV-1a, and the mixing of MurmurHash3 after it: names that differ in their last letter only
 * would else stay side by side.
 *
 * @param {string} text
 */
function rank(text) {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}
