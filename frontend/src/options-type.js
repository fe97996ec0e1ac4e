/** multiple-response and hotspot differ in their views alone. */
/** @import { Options, Type } from "./types.d.ts" */
import { listed } from "./log/written.js";
import { rightOnes } from "./score/choice.js";
import { keepRight, multipleResponse, salvageList } from "./score/multiple-response.js";

/**
 * @param {Type<Options, any>["view"]} view
 * @returns {Type<Options, string[], string[]>}
 */
export const optionsType = (view) => ({
  score: multipleResponse,
  keep: keepRight,
  decides: rightOnes,
  salvage: salvageList,
  view,
  xapi: { interaction: "choice", write: listed, pattern: ({ key }) => [listed(key)], choices: "choices" },
});
