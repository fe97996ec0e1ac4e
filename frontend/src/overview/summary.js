/** How it went: by objective, then and now, and how sure the learner was. */
/** @import { Draw } from "../draw.js" */
/** @import { Live, Store } from "../types.d.ts" */
import { buttons } from "./buttons.js";
import { calibration } from "./calibration.js";
import { comparison } from "./comparison.js";
import { objectives } from "./outcome.js";
import { total } from "./total.js";

/**
 * @typedef {object} Wanted
 * @property {Draw} draw
 * @property {boolean} over whether all of them are answered, and a summary is asked for
 * @property {Element} outcome where it is said in a line, which is announced
 * @property {Element | null} list the objectives in the plain HTML
 * @property {DOMStringMap} settings
 * @property {Store} store
 * @property {string} lang
 * @property {(question: Live) => void} goTo
 * @property {() => void} goOn
 */

/** @param {Wanted} wanted */
export function summary({ draw, over, outcome, list, settings, store, lang, goTo, goOn }) {
  const { asked } = draw;
  const said = over ? total(asked) : "";
  if (outcome.textContent !== said) outcome.textContent = said;
  return [
    ...(over ? [...objectives(asked, list), buttons(draw, goOn)] : []),
    ...(over && settings.sitting ? comparison(asked, store, lang) : []),
    ...(settings.confidence != null ? calibration(asked, settings.marks != null, goTo) : []),
  ];
}
