/** What stands over and under the questions of a quiz: how far the learner is, and how it went. */
/** @import { Draw } from "../draw.js" */
/** @import { Live, Store } from "../types.d.ts" */
import { h } from "../dom.js";
import { words } from "../words.js";
import { features } from "../registry.js";
import { paging } from "./paging.js";
import { progress } from "./progress.js";

/**
 * @param {HTMLElement} root
 * @param {Draw} draw
 * @param {Store} store
 * @param {string} lang
 * @returns {() => void} brings it in line with the questions
 */
export function overview(root, draw, store, lang) {
  const { summary, oneAtATime } = root.dataset;
  const wantsMore = (summary ?? root.dataset.confidence) != null;
  const pages = oneAtATime == null ? null : paging(root, draw);
  const goTo = (/** @type {Live} */ question) => (pages ? pages.goTo(question) : question.focus());
  const list = root.querySelector(".sc-objectives");
  const bar = progress(showAll);
  // Alone in being announced: the rest is long, and there to be read.
  const outcome = h("p", { class: "sc-total", "aria-live": "polite" });
  const area = h(
    "div",
    { class: "sc-live sc-summary", role: "group", "aria-label": words("summary"), tabindex: "-1" },
    outcome,
  );
  if (summary != null) {
    root.prepend(bar.area);
    list?.classList.add("sc-plain");
  }
  root.append(...(pages ? [pages.area] : []), area);
  return show;

  function show() {
    const { asked } = draw;
    const done = asked.filter(({ state }) => state.result).length;
    const over = summary != null && done === asked.length;
    bar.show(done, asked);
    pages?.show();
    const given = { draw, over, outcome, list, settings: root.dataset, store, lang, goTo, goOn };
    while (outcome.nextSibling) outcome.nextSibling.remove();
    if (features.summary) area.append(...features.summary(given));
    // There is nothing to sum up before the first check. What came may be no script, but a page.
    else if (wantsMore && done) features.later?.().then(() => features.summary && show(), () => {});
  }

  function showAll() {
    draw.hide([]);
    goOn();
  }

  function goOn() {
    const first = draw.asked.find(({ section }) => !section.hidden);
    if (first) goTo(first);
    show();
  }
}
