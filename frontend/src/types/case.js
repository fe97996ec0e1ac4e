/** A case is no type of its own: it is answered part by part. Its script adds the frame around them. */
import { caseOf } from "../case.js";
import { features } from "../registry.js";

features.caseOf = caseOf;
