/** The form of one question: what stands around the controls of its type. */
/** @import { Source, State, View } from "./types.d.ts" */
import { confidence } from "./confidence.js";
import { copies, h, newId } from "./dom.js";
import { label, unmark } from "./marks.js";
import { ask } from "./prompt.js";
import { SIGNS, outcomeOf } from "./score/result.js";
import { variantsOf } from "./variants.js";
import { words } from "./words.js";

/**
 * @typedef {object} Handlers
 * @property {() => void} check
 * @property {() => void} hint
 * @property {() => void} again
 * @property {() => void} another
 * @property {() => void} changed how sure the learner is
 */

/**
 * @param {Source} source
 * @param {View} view
 * @param {string} help how to use the controls; empty where they say it themselves
 * @param {boolean} asksConfidence
 * @param {Handlers} handlers
 */
export function frame(source, view, help, asksConfidence, handlers) {
  const sure = asksConfidence ? confidence(handlers.changed) : null;
  const { stem, legend } = ask(source.prompt);
  const how = help ? [h("p", { class: "sc-how", id: newId() }, help)] : [];
  const described = [...stem, ...how].map(({ id }) => id);
  const fieldset = h("fieldset", {}, legend, ...how, ...view.nodes);
  if (described.length) fieldset.setAttribute("aria-describedby", described.join(" "));

  const count = h("p", { class: "sc-count" });
  const status = h("div", { class: "sc-status", role: "status", tabindex: "-1" });
  const why = h("div", { class: "sc-why" }, ...copies(source.why), ...cited(source.sources));
  const hints = h("div", { class: "sc-hints", "aria-live": "polite" });
  // By its own click: a sandboxed frame may forbid to submit forms.
  const check = h("button", { type: "button", class: "sc-check", click: handlers.check }, words("check"));
  const hint = h("button", { type: "button", click: handlers.hint }, words("hint"));
  const again = h("button", { type: "button", click: handlers.again }, words("try-again"));
  const another = h("button", { type: "button", click: handlers.another }, words("another"));
  const report = h("p", { class: "sc-cited" });
  const enter = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    handlers.check();
  };
  const form = h(
    "form",
    { class: "sc-live", novalidate: true, autocomplete: "off", keydown: enter },
    count,
    ...stem,
    fieldset,
    hints,
    ...(sure ? [sure.fieldset] : []),
    status,
    why,
    h("div", { class: "sc-buttons" }, check, hint, again, another),
    report,
  );

  return {
    form,
    count,
    say: (/** @type {string} */ text) => status.replaceChildren(text),
    status,
    sure,
    show,
    /** Brings the focus to a hint that was the last. */
    toHint() {
      if (hint.hidden) /** @type {HTMLElement | null} */ (hints.lastElementChild)?.focus();
    },
  };

  /**
   * @param {State} state
   * @param {string} address where to report; empty when nowhere
   */
  function show(state, address) {
    const { checked, result, stale, message } = state;
    unmark(fieldset);
    fieldset.disabled = checked;
    if (sure) sure.fieldset.disabled = checked;
    why.hidden = !checked || !why.hasChildNodes();
    check.hidden = checked;
    again.hidden = !checked;
    another.hidden = !checked || !variantsOf(source.question).length;
    report.hidden = !checked || !address;
    report.replaceChildren(
      ...(address ? [h("a", { href: address, target: "_blank", rel: "noopener" }, words("report"))] : []),
    );
    const opened = source.hints.slice(0, state.hints);
    hint.hidden = checked || opened.length >= source.hints.length;
    for (const note of [...hints.children].slice(opened.length)) note.remove();
    hints.append(...opened.slice(hints.childElementCount).map(opening));
    if (result) {
      view.mark(result, state.response);
      verdict(state);
    } else if (message) status.replaceChildren(missing(message));
    else status.replaceChildren(...(stale ? [words("changed")] : []));
  }

  /** @param {State} state */
  function verdict({ result, response }) {
    if (!result) return;
    const { score, parts } = result;
    const graded = parts.filter((part) => part !== null);
    const values = { right: graded.filter(Boolean).length, total: graded.length };
    const tally = view.tally?.(result, response) ?? words("tally", values);
    const outcome = outcomeOf(score);
    status.replaceChildren(label(SIGNS[outcome], words(outcome, { tally })));
  }

  /** @param {NonNullable<State["message"]>} message */
  function missing(message) {
    if (message === "how-sure-first") return words(message);
    return view.missing?.(message) ?? words(message);
  }

  /** @param {Element} element */
  function opening(element) {
    const values = { n: source.hints.indexOf(element) + 1, total: source.hints.length };
    const title = values.total > 1 ? words("hint-count", values) : words("hint");
    const heading = h("p", { class: "sc-mark" }, title);
    return h("div", { class: "sc-note", tabindex: "-1" }, heading, ...copies(element, "summary"));
  }
}

/** @param {Element | null} sources */
function cited(sources) {
  return sources ? [h("p", { class: "sc-cited" }, words("sources"), ...copies(sources))] : [];
}
