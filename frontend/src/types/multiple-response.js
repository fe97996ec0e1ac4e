/** @import { Type } from "../types.d.ts" */
import { listed } from "../attempt.js";
import { multipleResponse as score } from "../score/multiple-response.js";
import { multipleResponse as view } from "../views/multiple-response.js";

/** @type {Type} */
export default { score, view, interaction: ["choice", listed] };
