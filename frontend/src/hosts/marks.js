/** On a site: marks in the table of contents what of each page is answered. Other scripts load it. */
import { load } from "../load.js";
import { marks } from "../progress/marks.js";
import { localStore } from "../store/local.js";
import { speak, teach } from "../words.js";

const page = /** @type {any} */ (globalThis);
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

async function start() {
  teach(page.selfcheckWords);
  speak(document.documentElement.lang || "en");
  // Where the whole course is there already, it is not loaded in part once more.
  if (!page.selfcheckCourse) {
    try {
      await load(new URL("pages.js", src).href);
    } catch {
      // Without marks nothing is lost.
      return;
    }
  }
  /** @type {HTMLElement | null} */
  const quizzes = document.querySelector("script[data-course]");
  const course = page.selfcheckCourse?.course ?? quizzes?.dataset.course ?? "course";
  marks(page.selfcheckCourse?.pages ?? page.selfcheckPages, localStore(course), new URL("../../", src).href);
}

void start();
