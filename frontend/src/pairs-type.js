/** match and categorize differ in their views and in what they call a side without a partner. */
/** @import { Missing, Pairs, Type } from "./types.d.ts" */
import { paired } from "./log/paired.js";
import { keepPairs, pairs, partners, restrictPairs, rightPairs, salvagePairs } from "./score/pairs.js";

/**
 * @param {Missing} missing
 * @param {Type<Pairs, any>["view"]} view
 * @returns {Type<Pairs, Record<string, string>, import("./score/pairs.js").Then>}
 */
export const pairsType = (missing, view) => ({
  score: pairs(missing),
  keep: keepPairs,
  decides: rightPairs,
  restrict: restrictPairs,
  salvage: salvagePairs,
  view,
  xapi: {
    interaction: "matching",
    // In the order of the pattern, so that they can be compared as texts.
    write: (response) => paired(Object.fromEntries(Object.entries(response).sort())),
    pattern: (question) => [paired(partners(question))],
    choices: "source",
    rights: "target",
  },
});
