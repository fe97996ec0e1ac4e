/** On a site: adds what a whole quiz has. What sums it up is loaded after the first check. */
import { load } from "../load.js";
import { features } from "../registry.js";
import { overview } from "./index.js";

const { src, dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
/** A site says it with what changes with the script, so that no old one is taken from a cache. */
const address = new URL(dataset.summary ?? "summary.js", src).href;

features.overview = overview;
features.later = () => load(address);
