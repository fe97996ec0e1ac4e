/** @import { Type } from "../types.d.ts" */
import { listed } from "../attempt.js";
import { multipleResponse as score } from "../score/multiple-response.js";
import { hotspot as view } from "../views/hotspot.js";

/** @type {Type} */
export default { score, view, interaction: ["choice", listed] };
