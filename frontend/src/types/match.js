/** @import { Type } from "../types.d.ts" */
import { match as score, written } from "../score/match.js";
import { match as view } from "../views/match.js";

/** @type {Type} */
export default { score, view, interaction: ["matching", written] };
