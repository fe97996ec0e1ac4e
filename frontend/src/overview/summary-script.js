/** On a site: adds what sums a quiz up. */
import { features } from "../registry.js";
import { summary } from "./summary.js";

features.summary = summary;
