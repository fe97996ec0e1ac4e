/** How xAPI writes a list of ids: with `[,]` between them. */

/** @param {string | string[]} ids */
export const listed = (ids) => [ids].flat().join("[,]");
