/** How it went: by objective, then and now, and how sure the learner was. */
/** @import { Live, Store } from "../types.d.ts" */
import { h } from "../dom.js";
import { words } from "../words.js";
import { calibration } from "./calibration.js";
import { comparison } from "./comparison.js";
import { objectives } from "./outcome.js";
import { total } from "./total.js";

/**
 * @typedef {object} Wanted
 * @property {Live[]} asked
 * @property {boolean} over whether all of them are answered, and a summary is asked for
 * @property {Element | null} list the objectives in the plain HTML
 * @property {DOMStringMap} settings
 * @property {Store} store
 * @property {string} lang
 * @property {(question: Live) => void} goTo
 * @property {(again: Live[]) => void} practise
 * @property {() => void} startAgain
 */

/**
 * @param {Wanted} wanted
 * @param {HTMLElement} outcome where the total is said
 */
export function summary({ asked, over, list, settings, store, lang, goTo, practise, startAgain }, outcome) {
  const said = over ? total(asked) : "";
  if (outcome.textContent !== said) outcome.textContent = said;
  return [
    ...(over ? [...objectives(asked, list), buttons()] : []),
    ...(over && settings.sitting ? comparison(asked, store, lang) : []),
    ...(settings.confidence != null ? calibration(asked, settings.marks != null, goTo) : []),
  ];

  function buttons() {
    const missed = asked.filter(({ state }) => state.result?.score !== 1);
    const more = h("button", { type: "button", click: () => practise(missed) }, words("practise"));
    const again = h("button", { type: "button", click: startAgain }, words("start-again"));
    return h("div", { class: "sc-buttons" }, ...(missed.length ? [more] : []), again);
  }
}
