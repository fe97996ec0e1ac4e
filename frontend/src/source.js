/** Reads a question from the HTML that docs/quiz-html.md describes. */
/** @import { Source } from "./types.d.ts" */
import { textOf } from "./dom.js";

/**
 * @param {HTMLElement} section
 * @returns {Source}
 * @throws when the element does not hold a question
 */
export function readSource(section) {
  const all = (/** @type {string} */ selector) => [...section.querySelectorAll(selector)];
  const one = (/** @type {string} */ selector) => section.querySelector(selector);
  const id = section.dataset.question ?? "";
  const prompt = one(".sc-prompt");
  if (!id || !prompt) throw new Error("a question without a name or a prompt");
  const choices = all(".sc-options > li, .sc-items > li, .sc-left > li");
  const rights = all(".sc-right > li, .sc-groups > li");
  const gaps = all(".sc-gap").map((gap) => [...gap.querySelectorAll("i")].map(textOf));
  const count = choices.length;
  return {
    id,
    bank: id.split("/")[0],
    question: {
      ...JSON.parse(section.dataset.q ?? ""),
      options: count,
      items: count,
      left: count,
      right: rights.length,
      menus: gaps.map((menu) => menu.length),
    },
    prompt,
    choices,
    rights,
    gaps,
    text: one(".sc-text"),
    figure: one(".sc-figure"),
    hints: all(".sc-hint"),
    feedback: all(".sc-feedback > li"),
    right: one("p.sc-right"),
    key: one(".sc-key"),
    why: one(".sc-why"),
    sources: one(".sc-sources"),
  };
}
