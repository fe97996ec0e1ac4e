/** @import { Type } from "../types.d.ts" */
import { listed } from "../attempt.js";
import { shortText as score } from "../score/short-text.js";
import { shortText as view } from "../views/short-text.js";

/** @type {Type} */
export default { score, view, interaction: ["fill-in", listed] };
