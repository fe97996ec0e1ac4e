/** All types, for a host that loads them at once; a site loads those that a page uses. */
import { register } from "../registry.js";
import "./case.js";
import categorize from "./categorize.js";
import choice from "./choice.js";
import cloze from "./cloze.js";
import hotspot from "./hotspot.js";
import match from "./match.js";
import multipleResponse from "./multiple-response.js";
import numeric from "./numeric.js";
import order from "./order.js";
import shortText from "./short-text.js";

register("categorize", categorize);
register("choice", choice);
register("cloze", cloze);
register("hotspot", hotspot);
register("match", match);
register("multiple-response", multipleResponse);
register("numeric", numeric);
register("order", order);
register("short-text", shortText);
