/** @import { Type } from "../types.d.ts" */
import { listed } from "../attempt.js";
import { choice as score } from "../score/choice.js";
import { choice as view } from "../views/choice.js";

/** @type {Type} */
export default { score, view, interaction: ["choice", listed] };
