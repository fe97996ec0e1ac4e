/** @import { Type } from "../types.d.ts" */
import { listed } from "../log/written.js";
import { rightOnes as decides } from "../score/choice.js";
import { keepRight as keep, multipleResponse as score, salvageList as salvage } from "../score/multiple-response.js";
import { multipleResponse as view } from "../views/multiple-response.js";

/** @type {Type} */
export default {
  score,
  keep,
  decides,
  salvage,
  view,
  xapi: { interaction: "choice", write: listed, pattern: ({ key }) => [listed(key)], choices: "choices" },
};
