/** All types, for a host that loads them at once; a site loads those that a page uses. */
/** @import { Type } from "../types.d.ts" */
import { types } from "../registry.js";
import caseType from "./case.js";
import categorize from "./categorize.js";
import choice from "./choice.js";
import cloze from "./cloze.js";
import hotspot from "./hotspot.js";
import match from "./match.js";
import multipleResponse from "./multiple-response.js";
import numeric from "./numeric.js";
import order from "./order.js";
import shortText from "./short-text.js";

Object.assign(types, {
  case: /** @type {Type} */ (caseType),
  categorize,
  choice,
  cloze,
  hotspot,
  match,
  "multiple-response": multipleResponse,
  numeric,
  order,
  "short-text": shortText,
});
