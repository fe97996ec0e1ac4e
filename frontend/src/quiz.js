/** Brings the questions of a quiz alive. */
/** @import { Store } from "./types.d.ts" */
import { seed } from "./browser.js";
import { h } from "./dom.js";
import { question } from "./question.js";
import { words } from "./words.js";

/**
 * @param {Element} root the element of the quiz
 * @param {Store} store
 * @param {"page" | "notebook"} host
 * @returns {() => void} shows again what the store holds, where that is something else by now
 */
export function quiz(root, store, host) {
  const sections = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".sc-question"));
  const lang = root.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
  /** @type {Store} */
  const honest = {
    ...store,
    save(id, state) {
      store.save(id, state);
      admit();
    },
  };
  const place = { store: honest, host, seed: seed(), lang, total: sections.length };
  /** @type {(() => void)[]} */
  const refreshers = [];
  sections.forEach((section, index) => {
    if (section.querySelector(".sc-live")) return;
    try {
      refreshers.push(question(section, { ...place, number: index + 1 }));
    } catch (error) {
      console.warn(`selfcheck: ${section.dataset.question} stays plain.`, error);
    }
  });
  admit();
  return () => refreshers.forEach((refresh) => refresh());

  /** Says so when answers will be lost. */
  function admit() {
    if (store.persistent || document.querySelector(".sc-forgets")) return;
    root.prepend(h("p", { class: "sc-forgets" }, words(`forgets-${host}`)));
  }
}
