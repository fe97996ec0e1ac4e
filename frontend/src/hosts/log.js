/**
 * On a site: brings attempts from the browser's database and puts them there. A page loads it once
 * something has been answered, or when it cannot be sure.
 */
import { load } from "../load.js";
import { features } from "../registry.js";
import { log } from "../store/settle.js";

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
const { marks } = /** @type {HTMLElement | null} */ (document.querySelector("script[data-course]"))?.dataset ?? {};

features.log = log;

// What marks the table of contents is no matter of the questions, and comes when there is time.
const mark = () => void load(new URL(/** @type {string} */ (marks), src).href).catch(() => {});
if (marks && "requestIdleCallback" in globalThis) requestIdleCallback(mark, { timeout: 2000 });
else if (marks) setTimeout(mark);
