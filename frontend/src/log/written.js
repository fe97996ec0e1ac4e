/** How xAPI writes responses: parts with `[,]` between them, pairs with `[.]`. */

/**
 * A typed text could hold such a sign, for which xAPI has no escape; ours is a backslash.
 *
 * @param {string} text
 */
export const escaped = (text) => text.replace(/\[([,.:])\]/g, "[\\$1]");

/** @param {string | string[]} ids */
export const listed = (ids) => [ids].flat().join("[,]");

/** @param {Record<string, string>} pairs */
export const paired = (pairs) =>
  Object.entries(pairs)
    .map(([left, right]) => `${left}[.]${escaped(right)}`)
    .join("[,]");
