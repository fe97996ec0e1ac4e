/** @import { Type } from "../types.d.ts" */
import { listed } from "../attempt.js";
import { order as score } from "../score/order.js";
import { order as view } from "../views/order.js";

/** @type {Type} */
export default { score, view, interaction: ["sequencing", listed] };
