/** @import { Type } from "../types.d.ts" */
import { categorize as score } from "../score/categorize.js";
import { written } from "../score/match.js";
import { categorize as view } from "../views/categorize.js";

/** @type {Type} */
export default { score, view, interaction: ["matching", written] };
