import { pairsType } from "../pairs-type.js";
import { categorize as view } from "../views/categorize.js";

export default pairsType("group-missing", view);
