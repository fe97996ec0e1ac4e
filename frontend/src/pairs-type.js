/** match and categorize differ in their views and in what they call a side without a partner. */
/** @import { Missing, Type } from "./types.d.ts" */
import { paired } from "./log/written.js";
import { keepPairs, pairs, pairsHold, partners, restrictBy, rightPairs, salvagePairs } from "./score/pairs.js";

/**
 * @param {Missing} missing
 * @param {Type["view"]} view
 * @returns {Type}
 */
export const pairsType = (missing, view) => ({
  score: pairs(missing),
  keep: keepPairs,
  decides: rightPairs,
  holds: pairsHold,
  restrict: (question, then) => restrictBy(question, then.key, "key"),
  salvage: salvagePairs,
  view,
  xapi: {
    interaction: "matching",
    write: paired,
    pattern: (question) => [paired(partners(question))],
    choices: "source",
    rights: "target",
  },
});
