/** @import { Options, Type } from "../types.d.ts" */
import { listed } from "../log/written.js";
import { choice as score, rightOnes as decides } from "../score/choice.js";
import { choice as view } from "../views/choice.js";

/** @type {Type<Options, string, string[]>} */
export default {
  score,
  keep: () => null,
  decides,
  view,
  xapi: { interaction: "choice", write: listed, pattern: ({ key }) => key, choices: "choices" },
};
