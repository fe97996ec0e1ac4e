/** Brings a quiz alive: its questions, and what its author asks for beyond them. */
/** @import { Live, Store } from "./types.d.ts" */
import { h } from "./dom.js";
import { drawn } from "./draw.js";
import { question } from "./question.js";
import { features } from "./registry.js";
import { isWebAddress } from "./report.js";
import { now } from "./soon.js";
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
 * Brings a quiz alive, or leaves it as it was: what fails in it is no matter of the others on the page.
 *
 * @param {HTMLElement} root the element of the quiz
 * @param {Store} store
 * @param {"page" | "notebook"} host
 * @param {Given} given
 * @returns {() => void} stops following what other views do
 */
export function quiz(root, store, host, given) {
  /** @type {(() => void)[]} */
  const ends = [];
  const end = () => ends.forEach((each) => each());
  try {
    begin(root, store, host, given, ends);
  } catch (error) {
    warnOf(root.dataset.quiz, error);
    end();
    for (const each of root.querySelectorAll(".sc-live")) each.remove();
    for (const each of root.querySelectorAll(".sc-plain")) each.classList.remove("sc-plain");
    for (const each of root.querySelectorAll(".sc-case, .sc-question")) unhide(each);
  }
  return end;
}

/** @param {Element} section */
function unhide(section) {
  for (const name of ["hidden", "data-waiting", "data-aside"]) section.removeAttribute(name);
}

/**
 * @param {HTMLElement} root
 * @param {Store} store
 * @param {"page" | "notebook"} host
 * @param {Given} given
 * @param {(() => void)[]} ends gets what ends that which has been begun
 */
function begin(root, store, host, { report = "", answer = null }, ends) {
  const { version, summary, confidence, sitting, oneAtATime } = root.dataset;
  if (version !== VERSION) {
    warnOf(root.dataset.quiz, "Another version.");
    return;
  }
  const own = root.lang || "en";
  // Numbers are read as the texts of the quiz write them, whatever the page's language.
  const lang = root.dataset.numbers || own;
  // On a site all quizzes of a page speak the page's language. The page of JupyterLab is in the
  // language of whoever works there, so a quiz in it speaks its own.
  const spoken = (host === "page" && document.documentElement.lang) || own;
  speak(spoken);
  let show = () => {};
  const place = {
    store,
    host,
    seed: seed(),
    lang,
    own,
    spoken,
    sitting,
    asksConfidence: confidence != null,
    report: isWebAddress(report) ? report : "",
    answer,
    moved() {
      draw.keep();
      show();
    },
    failed,
  };
  /** @type {Live[]} */
  const questions = [];
  /** The parts of each case. @type {Live[][]} */
  const parts = [];
  ends.push(() => questions.forEach((question) => question.end()));
  /** @type {NodeListOf<HTMLElement>} */
  const sections = root.querySelectorAll(".sc-question");
  for (const section of sections) {
    if (section.querySelector(".sc-live")) continue;
    try {
      questions.push(question(section, place));
    } catch (error) {
      warnOf(section.dataset.question, error);
    }
  }
  const draw = drawn(root, questions, store, place.seed);
  // Before states are read: while somebody watches, the store need not look for them each time.
  ends.push(
    store.watch((slot) => {
      if (draw.refresh(slot)) show();
      warn();
    }),
  );
  /** @type {NodeListOf<HTMLElement>} */
  const vignettes = root.querySelectorAll(".sc-case");
  const cases = [...vignettes].flatMap((section) => {
    const own = questions.filter((question) => boxOf(question) === section);
    parts.push(own);
    return own.length && features.caseOf ? [features.caseOf(section, own)] : [];
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
  for (const question of questions) question.soon();
  // A number from the learner's code is taken once, when it comes.
  if (answer != null) for (const { section } of questions) now(section);

  /** Says so while answers will be lost. */
  function warn() {
    const { trouble } = store;
    if (trouble === said) return;
    said = trouble;
    const shown = document.querySelector(".sc-forgets");
    const text = trouble && words(trouble === "full" ? trouble : /** @type {import("./words.js").Word} */ (`${trouble}-${host}`));
    if (shown?.textContent === text) return;
    shown?.remove();
    if (text) root.prepend(h("p", { class: "sc-forgets", role: "alert" }, text));
  }

  /**
   * @param {Live} question which has turned out to be none, and is left out
   * @param {unknown} error
   */
  function failed(question, error) {
    warnOf(question.section.dataset.question, error);
    for (const list of [questions, ...parts]) {
      if (list.includes(question)) list.splice(list.indexOf(question), 1);
    }
    draw.deal();
    show();
    unhide(question.section);
  }
}

/**
 * @param {string | undefined} name of a quiz or a question
 * @param {unknown} why
 */
function warnOf(name, why) {
  console.warn(`selfcheck: ${name} stays plain.`, why);
}
