/** A case: a vignette, and parts that may open one after another. */
/** @import { Live } from "./types.d.ts" */
import { h } from "./dom.js";
import { label } from "./marks.js";
import { SIGNS, outcomeOf } from "./score/result.js";
import { readQuestion } from "./source.js";
import { words } from "./words.js";

/**
 * @param {HTMLElement} section
 * @param {Live[]} parts in their order
 */
export function caseOf(section, parts) {
  const { reveal } = /** @type {any} */ (readQuestion(section));
  const status = h("div", { class: "sc-live sc-status", role: "status" });
  section.prepend(h("p", { class: "sc-live sc-count" }, words("case")));
  section.append(status);
  let open = opened();
  /** What the status says: it speaks only when that changes. */
  let said = "";

  return { show };

  /** How many parts are open: up to the last that was checked once, and the next. */
  function opened() {
    const last = parts.findLastIndex(({ state }) => state.checked || state.tries);
    return reveal === false ? parts.length : Math.min(last + 2, parts.length);
  }

  function show() {
    if (!parts.length) return;
    const before = open;
    open = opened();
    parts.forEach((part, n) => part.section.toggleAttribute("data-waiting", n >= open));
    // What each part shows: what has been added to one since has no verdict, here neither.
    const scores = parts.flatMap(({ state }) => state.result?.score ?? []);
    if (scores.length < parts.length) {
      section.removeAttribute("data-result");
      const news = words("part-open", { n: open, total: parts.length });
      if (open > before) say(news);
      else if (open < before || said !== news) say("");
      return;
    }
    const right = scores.filter((score) => score === 1).length;
    const outcome = outcomeOf(scores.reduce((sum, score) => sum + score, 0) / parts.length);
    section.dataset.result = outcome;
    say(words("case-done", { right, total: parts.length }), SIGNS[outcome]);
  }

  /**
   * @param {string} text
   * @param {import("./icons.js").Icon} [sign]
   */
  function say(text, sign) {
    if (text === said) return;
    said = text;
    status.replaceChildren(sign ? label(sign, text) : text);
  }
}
