/** A case: a vignette, and parts that may open one after another. */
/** @import { Live, Score } from "./types.d.ts" */
import { h } from "./dom.js";
import { label } from "./marks.js";
import { score } from "./score.js";
import { readQuestion } from "./source.js";
import { current } from "./variants.js";
import { words } from "./words.js";

/**
 * @param {HTMLElement} section
 * @param {Live[]} parts in their order
 * @param {string} lang
 */
export function caseOf(section, parts, lang) {
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
    const before = open;
    open = opened();
    parts.forEach((part, n) => part.section.toggleAttribute("data-waiting", n >= open));
    const result = verdict();
    if (result.unanswered) {
      section.removeAttribute("data-result");
      const news = words("part-open", { n: open, total: parts.length });
      if (open > before) say(news);
      else if (open < before || said !== news) say("");
      return;
    }
    const right = result.parts.filter(Boolean).length;
    const kind = result.score === 1 ? "right" : result.score ? "partial" : "wrong";
    section.dataset.result = { right: "correct", partial: "partial", wrong: "incorrect" }[kind];
    say(words("case-done", { right, total: parts.length }), /** @type {any} */ (kind));
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

  /** @returns {Score} */
  function verdict() {
    const questions = parts.map(({ source, state }) => [source.id, current(source.question, state.variant)]);
    const given = parts.map(({ source, state }) => [source.id, state.checked ? state.response : null]);
    return score({ type: "case", parts: Object.fromEntries(questions) }, Object.fromEntries(given), lang);
  }
}
