/** @import { Type } from "../types.d.ts" */
import { numeric as score } from "../score/numeric.js";
import { numeric as view } from "../views/numeric.js";

/** @type {Type} */
export default { score, view, interaction: ["numeric", (_, result) => String(result.value)] };
