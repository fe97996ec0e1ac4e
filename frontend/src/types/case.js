/** A case is answered part by part; as a whole it has a score, and a script of its own. */
/** @import { Type } from "../types.d.ts" */
import { caseOf } from "../case.js";
import { features } from "../registry.js";
import { caseScore as score } from "../score/case.js";

features.caseOf = caseOf;

/** @type {Pick<Type, "score">} */
export default { score };
