/** @import { Type } from "../types.d.ts" */
import { listed } from "../attempt.js";
import { cloze as score } from "../score/cloze.js";
import { cloze as view } from "../views/cloze.js";

/** @type {Type} */
export default { score, view, interaction: ["fill-in", listed] };
