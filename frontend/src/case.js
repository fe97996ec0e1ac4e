/** A case: a vignette, and parts that may open one after another. */
/** @import { Live, Score } from "./types.d.ts" */
import { h } from "./dom.js";
import { label } from "./marks.js";
import { score } from "./score.js";
import { current } from "./variants.js";
import { words } from "./words.js";

/**
 * @param {HTMLElement} section
 * @param {Live[]} parts in their order
 * @param {string} lang
 */
export function caseOf(section, parts, lang) {
  const { reveal } = JSON.parse(section.dataset.q ?? "{}");
  const status = h("div", { class: "sc-live sc-status", role: "status" });
  section.prepend(h("p", { class: "sc-live sc-count" }, words("case")));
  section.append(status);
  let open = opened();

  return { show };

  /** How many parts are open: those that were checked once, and the next. */
  function opened() {
    const waiting = parts.findIndex(({ state }) => !state.checked && !state.tries);
    return reveal === false || waiting < 0 ? parts.length : waiting + 1;
  }

  function show() {
    const before = open;
    open = opened();
    parts.forEach((part, n) => part.section.toggleAttribute("data-waiting", n >= open));
    const result = verdict();
    if (result.unanswered) {
      section.removeAttribute("data-result");
      status.replaceChildren(...(open > before ? [opening()] : []));
      return;
    }
    const right = result.parts.filter(Boolean).length;
    const kind = result.score === 1 ? "right" : result.score ? "partial" : "wrong";
    section.dataset.result = { right: "correct", partial: "partial", wrong: "incorrect" }[kind];
    status.replaceChildren(
      label(/** @type {any} */ (kind), words("case-done", { right, total: parts.length })),
    );
  }

  function opening() {
    return words("part-open", { n: open, total: parts.length });
  }

  /** @returns {Score} */
  function verdict() {
    const questions = parts.map(({ source, state }) => current(source.question, state.variant));
    const given = parts.map(({ state }) => (state.checked ? state.response : null));
    return score({ type: "case", parts: questions }, given, lang);
  }
}
