import { pairsType } from "../pairs-type.js";
import { match as view } from "../views/match.js";

export default pairsType("partner-missing", view);
