/** On a site: marks in the table of contents what of each page is answered. page.js loads it. */
import { load } from "../load.js";
import { marks } from "../progress/marks.js";
import { localStore } from "../store/local.js";

const page = /** @type {any} */ (globalThis);
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
/** @type {HTMLElement | null} */
const given = document.querySelector("script[data-course]");

async function start() {
  await load(new URL("pages.js", src).href);
  marks(page.selfcheckPages, localStore(given?.dataset.course ?? "course"), new URL("../../", src).href);
}

void start();
