/** One question at a time: a question or a case is shown, the others are a button away. */
/** @import { Draw } from "../draw.js" */
/** @import { Live } from "../types.d.ts" */
import { h } from "../dom.js";
import { boxOf, together } from "../together.js";
import { words } from "../words.js";

/**
 * @param {HTMLElement} root
 * @param {Draw} draw
 */
export function paging(root, draw) {
  const previous = h("button", { type: "button", click: () => turn(-1) }, words("previous"));
  const next = h("button", { type: "button", click: () => turn(1) }, words("next"));
  const area = h("div", { class: "sc-live sc-buttons sc-paging" }, previous, next);
  /** @type {Live | undefined} */
  let here = draw.asked.find(({ state }) => !state.result);

  return { area, show, goTo };

  /** The pages: those asked that are not hidden while others are practised. */
  function pages() {
    return together(draw.asked.filter(({ section }) => !section.hidden));
  }

  function show() {
    const all = pages();
    const at = Math.max(0, all.findIndex((unit) => here && unit.includes(here)));
    here = all[at]?.[0];
    const shown = here && boxOf(here);
    // What could not be brought alive is on no page, and stays to be read.
    const paged = new Set(draw.asked.map(boxOf));
    /** @type {NodeListOf<HTMLElement>} */
    const boxes = root.querySelectorAll(".sc-case, .sc-question:not(.sc-case *)");
    for (const box of boxes) box.toggleAttribute("data-aside", paged.has(box) && box !== shown);
    previous.disabled = at === 0;
    next.disabled = at === all.length - 1;
  }

  /** @param {Live} question */
  function first(question) {
    return pages().some((unit) => unit[0] === question);
  }

  /** @param {-1 | 1} step */
  function turn(step) {
    const all = pages();
    const at = all.findIndex((unit) => here && unit.includes(here));
    goTo(all[at + step][0]);
  }

  /** @param {Live} question */
  function goTo(question) {
    here = question;
    show();
    const vignette = first(question) && boxOf(question).querySelector(":scope > .sc-count");
    if (vignette instanceof HTMLElement) {
      vignette.tabIndex = -1;
      vignette.focus();
    } else question.focus();
  }
}
