/** How it went: by objective, then and now, and how sure the learner was. */
/** @import { Live, Store } from "../types.d.ts" */
import { calibration } from "./calibration.js";
import { comparison } from "./comparison.js";
import { objectives } from "./outcome.js";

/**
 * @typedef {object} Wanted
 * @property {Live[]} asked
 * @property {boolean} over whether all of them are answered, and a summary is asked for
 * @property {Element | null} list the objectives in the plain HTML
 * @property {DOMStringMap} settings
 * @property {Store} store
 * @property {string} lang
 * @property {(question: Live) => void} goTo
 * @property {() => Node} buttons
 */

/** @param {Wanted} wanted */
export function summary({ asked, over, list, settings, store, lang, goTo, buttons }) {
  return [
    ...(over ? [...objectives(asked, list), buttons()] : []),
    ...(over && settings.sitting ? comparison(asked, store, lang) : []),
    ...(settings.confidence != null ? calibration(asked, settings.marks != null, goTo) : []),
  ];
}
