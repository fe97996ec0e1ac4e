/** Brings a quiz alive: its questions, and what its author asks for beyond them. */
/** @import { Live, Store } from "./types.d.ts" */
import { asking } from "./asking.js";
import { seed } from "./browser.js";
import { h } from "./dom.js";
import { question } from "./question.js";
import { features } from "./registry.js";
import { isWebAddress } from "./report.js";
import { outer } from "./units.js";
import { speak, words } from "./words.js";

/**
 * @typedef {object} Given what a host knows beyond the HTML
 * @property {string} [repository] where to report a question
 * @property {number | null} [answer] a number from the learner's own code
 */

/**
 * @param {HTMLElement} root the element of the quiz
 * @param {Store} store
 * @param {"page" | "notebook"} host
 * @param {Given} given
 * @returns {() => void} shows again what the store holds, where that is something else by now
 */
export function quiz(root, store, host, { repository = "", answer = null }) {
  const { summary, confidence, sitting, oneAtATime } = root.dataset;
  const own = root.lang || "en";
  // Numbers are read as the texts of the quiz write them, whatever the page's language.
  const lang = root.dataset.numbers || own;
  // On a site all quizzes of a page speak the page's language. The page of JupyterLab is in the
  // language of whoever works there, so a quiz in it speaks its own.
  speak((host === "page" && document.documentElement.lang) || own);
  const suffix = sitting ? `@${sitting}` : "";
  /** @type {Store} */
  const honest = {
    ...store,
    load: (id) => store.load(id + suffix),
    save(id, state) {
      store.save(id + suffix, state);
      admit();
    },
  };
  let show = () => {};
  const place = {
    store: honest,
    host,
    seed: seed(),
    lang,
    sitting,
    asksConfidence: confidence != null,
    repository: isWebAddress(repository) ? repository : "",
    answer,
    moved: () => show(),
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
  const asked = asking(root, questions, store, place.seed);
  /** @type {NodeListOf<HTMLElement>} */
  const vignettes = root.querySelectorAll(".sc-case");
  const cases = [...vignettes].flatMap((section) => {
    const parts = questions.filter((question) => outer(question) === section);
    return parts.length && features.caseOf ? [features.caseOf(section, parts, lang)] : [];
  });
  const whole = questions.length && (summary ?? confidence ?? oneAtATime) != null;
  const showWhole = whole ? features.overview?.(root, asked, store, lang) : undefined;
  show = () => {
    for (const each of cases) each.show();
    showWhole?.();
  };
  show();
  admit();
  return () => {
    asked.refresh();
    show();
  };

  /** Says so when answers will be lost. */
  function admit() {
    if (store.persistent || document.querySelector(".sc-forgets")) return;
    root.prepend(h("p", { class: "sc-forgets" }, words(`forgets-${host}`)));
  }
}
