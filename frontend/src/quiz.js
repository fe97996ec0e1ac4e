/** Brings a quiz alive: its questions, and what its author asks for beyond them. */
/** @import { Live, Store } from "./types.d.ts" */
import { asking } from "./asking.js";
import { seed } from "./browser.js";
import { h } from "./dom.js";
import { overview } from "./overview/index.js";
import { question } from "./question.js";
import { words } from "./words.js";

/**
 * @param {HTMLElement} root the element of the quiz
 * @param {Store} store
 * @param {"page" | "notebook"} host
 * @returns {() => void} shows again what the store holds, where that is something else by now
 */
export function quiz(root, store, host) {
  const { summary, confidence, sitting } = root.dataset;
  const lang = root.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
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
  if (questions.length && (summary ?? confidence) != null) {
    show = overview(root, asked, store, lang);
    show();
  }
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
