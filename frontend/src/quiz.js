/** Brings a quiz alive: its questions, and what its author asks for beyond them. */
/** @import { Live, Store } from "./types.d.ts" */
import { h } from "./dom.js";
import { drawn } from "./draw.js";
import { question } from "./question.js";
import { features } from "./registry.js";
import { isWebAddress } from "./report.js";
import { seed } from "./store/browser.js";
import { boxOf } from "./together.js";
import { speak, words } from "./words.js";

/** Of the HTML that this script reads: docs/quiz-html.md. */
const VERSION = "2";

/**
 * @typedef {object} Given what a host knows beyond the HTML
 * @property {string} [report] the form where a question is reported
 * @property {number | null} [answer] a number from the learner's own code
 */

/**
 * @param {HTMLElement} root the element of the quiz
 * @param {Store} store
 * @param {"page" | "notebook"} host
 * @param {Given} given
 * @returns {() => void} stops following what other views do
 */
export function quiz(root, store, host, { report = "", answer = null }) {
  const { version, summary, confidence, sitting, oneAtATime } = root.dataset;
  if (version !== VERSION) {
    console.warn("selfcheck: HTML of another version stays plain.", root);
    return () => {};
  }
  const own = root.lang || "en";
  // Numbers are read as the texts of the quiz write them, whatever the page's language.
  const lang = root.dataset.numbers || own;
  // On a site all quizzes of a page speak the page's language. The page of JupyterLab is in the
  // language of whoever works there, so a quiz in it speaks its own.
  speak((host === "page" && document.documentElement.lang) || own);
  let show = () => {};
  const place = {
    store,
    host,
    seed: seed(),
    lang,
    own,
    sitting,
    asksConfidence: confidence != null,
    report: isWebAddress(report) ? report : "",
    answer,
    moved() {
      if (questions.some(({ state }) => state.checked)) draw.keep();
      show();
    },
  };
  /** @type {Live[]} */
  const questions = [];
  /** @type {NodeListOf<HTMLElement>} */
  const sections = root.querySelectorAll(".sc-question");
  for (const section of sections) {
    if (section.querySelector(".sc-live")) continue;
    try {
      questions.push(question(section, place));
    } catch (error) {
      console.warn(`selfcheck: ${section.dataset.question} stays plain.`, error);
    }
  }
  const draw = drawn(root, questions, store, place.seed);
  /** @type {NodeListOf<HTMLElement>} */
  const vignettes = root.querySelectorAll(".sc-case");
  const cases = [...vignettes].flatMap((section) => {
    const parts = questions.filter((question) => boxOf(question) === section);
    return parts.length && features.caseOf ? [features.caseOf(section, parts)] : [];
  });
  const whole = questions.length && (summary ?? confidence ?? oneAtATime) != null;
  const showWhole = whole ? features.overview?.(root, draw, store, lang) : undefined;
  show = () => {
    for (const each of cases) each.show();
    showWhole?.();
  };
  /** What has been said of the store so far. @type {import("./types.d.ts").Trouble} */
  let said = null;
  show();
  warn();
  return store.watch((slot) => {
    if (draw.refresh(slot)) show();
    warn();
  });

  /** Says so while answers will be lost. */
  function warn() {
    const { trouble } = store;
    if (trouble === said) return;
    said = trouble;
    const shown = document.querySelector(".sc-forgets");
    const text = trouble && words(trouble === "full" ? trouble : `${trouble}-${host}`);
    if (shown?.textContent === text) return;
    shown?.remove();
    if (text) root.prepend(h("p", { class: "sc-forgets", role: "alert" }, text));
  }
}
