/** How xAPI writes pairs, with `[.]` in each and `[,]` between them, and what is typed. */

/**
 * A typed text could hold such a sign, for which xAPI has no escape; ours is a backslash.
 *
 * @param {string} text
 */
export const escaped = (text) => text.replace(/\[([,.:])\]/g, "[\\$1]");

/** @param {Record<string, string>} pairs */
export const paired = (pairs) =>
  Object.entries(pairs)
    .map(([left, right]) => `${left}[.]${escaped(right)}`)
    .join("[,]");
