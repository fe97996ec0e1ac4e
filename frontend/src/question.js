/** The flow of one question: respond, check, feedback, hint, try again. */
/** @import { Live, Score, State, Store } from "./types.d.ts" */
import { statement } from "./attempt.js";
import { confidence } from "./confidence.js";
import { copies, h, newId } from "./dom.js";
import { label, unmark } from "./marks.js";
import { ask } from "./prompt.js";
import { reportAddress } from "./report.js";
import { score } from "./score.js";
import { shuffled } from "./shuffle.js";
import { readSource } from "./source.js";
import { fresh, restored } from "./state.js";
import { countOf, current, fill } from "./variants.js";
import { view as drawView } from "./views/view.js";
import { words } from "./words.js";

/**
 * @typedef {object} Place where a question stands
 * @property {Store} store
 * @property {string} host
 * @property {string} seed
 * @property {string} lang
 * @property {string} [sitting]
 * @property {boolean} asksConfidence
 * @property {string} repository where to report a question; empty when nowhere
 * @property {number | null} answer a number from the learner's own code
 * @property {() => void} moved hears of each check, and of each new try
 */

/**
 * Brings a question alive: puts a form beside its plain HTML.
 *
 * @param {HTMLElement} section
 * @param {Place} place
 * @returns {Live}
 * @throws when the element does not hold a question; it is then left as it is
 */
export function question(section, place) {
  const { store, host, seed, lang, sitting, asksConfidence, repository, answer, moved } = place;
  const source = readSource(section);
  const { hash } = source.question;
  const view = drawView({
    source,
    order: (count) => shuffled(count, `${seed}/${source.id}`),
    changed,
    say: (text) => status.replaceChildren(text),
  });
  const sure = asksConfidence ? confidence(changed) : null;

  /** @type {State} */
  let state;
  /** @type {Score} */
  let result;
  /** What the store was last seen to hold. */
  let known = "";
  let started = 0;

  const { stem, legend } = ask(source.prompt);
  const help = answer == null ? view.how : words("from-code");
  const how = help ? [h("p", { class: "sc-how", id: newId() }, help)] : [];
  const described = [...(stem ? [stem] : []), ...how].map(({ id }) => id);
  const fieldset = h("fieldset", {}, legend, ...how, ...view.nodes);
  if (described.length) fieldset.setAttribute("aria-describedby", described.join(" "));

  const count = h("p", { class: "sc-count" });
  const status = h("div", { class: "sc-status", role: "status", tabindex: "-1" });
  const why = h("div", { class: "sc-why" }, ...copies(source.why), ...cited(source.sources));
  const hints = h("div", { class: "sc-hints", "aria-live": "polite" });
  const checkButton = h("button", { class: "sc-check" }, words("check"));
  const hintButton = h("button", { type: "button", click: hint }, words("hint"));
  const againButton = h("button", { type: "button", click: tryAgain }, words("try-again"));
  const another = h("button", { type: "button", click: askAnother }, words("another"));
  const report = h("p", { class: "sc-cited" });
  const form = h(
    "form",
    { class: "sc-live", novalidate: true, autocomplete: "off", submit: check },
    count,
    ...(stem ? [stem] : []),
    fieldset,
    hints,
    ...(sure ? [sure.fieldset] : []),
    status,
    why,
    h("div", { class: "sc-buttons" }, checkButton, hintButton, againButton, another),
    report,
  );

  restore();
  if (answer != null) take(answer);
  const plain = h("div", { class: "sc-plain" });
  plain.append(...section.childNodes);
  section.append(plain, form);
  return {
    section,
    source,
    get state() {
      return state;
    },
    get result() {
      return state.checked ? result : null;
    },
    number(n, total) {
      count.textContent = words(total > 1 ? "count" : "count-single", { n, total });
    },
    focus() {
      count.tabIndex = -1;
      count.focus();
    },
    reset,
    refresh,
  };

  function respond() {
    state.response = view.read();
    state.confidence = sure?.read();
  }

  function changed() {
    respond();
    status.replaceChildren();
    save();
  }

  /** @param {Event} event */
  function check(event) {
    event.preventDefault();
    if (state.checked) return;
    respond();
    result = score(current(source.question, state.variant), state.response, lang);
    if (result.message) {
      status.replaceChildren(view.missing?.(result.message) ?? words(result.message));
      view.first()?.focus();
      return;
    }
    if (sure && !state.confidence) {
      status.replaceChildren(words("how-sure-first"));
      sure.first.focus();
      return;
    }
    state.checked = true;
    state.tries += 1;
    if (state.confidence) state.judged = [state.confidence, result.score];
    show();
    status.focus();
    save();
    const seconds = (performance.now() - started) / 1000;
    store.record(statement(source, state, result, { host, sitting, seconds }));
    moved();
  }

  function hint() {
    state.hints += 1;
    show();
    const shown = /** @type {HTMLElement} */ (hints.lastElementChild);
    if (hintButton.hidden) shown.focus();
    save();
  }

  function tryAgain() {
    state.checked = false;
    state.response = result.score === 1 ? null : view.keep(result, state.response);
    state.confidence = undefined;
    begin();
    view.first()?.focus();
    save();
    moved();
  }

  /** Asks the question again, with the next numbers. */
  function askAnother() {
    const { tries, judged, variant = 0 } = state;
    state = { ...fresh(source.question, variant + 1), tries, judged };
    begin();
    view.first()?.focus();
    save();
    moved();
  }

  /** @param {boolean} forget */
  function reset(forget) {
    const before = JSON.stringify(state);
    const { tries, judged, variant } = state;
    state = fresh(source.question, variant);
    if (!forget) state = { ...state, tries, judged };
    begin();
    if (JSON.stringify(state) !== before) save();
  }

  /**
   * Puts a number from the learner's code into the field. It is graded on Check; where the same
   * number was graded before, that stands.
   *
   * @param {number} number
   */
  function take(number) {
    // As it will be read: in the language of the page, which may be another than that spoken.
    const typed = number.toLocaleString(lang, {
      maximumSignificantDigits: 12,
      numberingSystem: "latn",
      useGrouping: false,
    });
    if (state.response === typed) return;
    state = { ...state, response: typed, checked: false };
    begin();
    save();
  }

  /** Shows the state, from which the learner goes on. */
  function begin() {
    fill(section, source.question, state.variant);
    fill(form, source.question, state.variant);
    view.write(state.response);
    sure?.write(state.confidence);
    show();
    started = performance.now();
  }

  /** Brings what is on screen in line with the state. */
  function show() {
    const { checked } = state;
    unmark(fieldset);
    status.replaceChildren();
    fieldset.disabled = checked;
    if (sure) sure.fieldset.disabled = checked;
    why.hidden = !checked;
    checkButton.hidden = checked;
    againButton.hidden = !checked;
    another.hidden = !checked || !countOf(source.question);
    report.hidden = !checked || !repository;
    report.replaceChildren(...(report.hidden ? [] : [reporting()]));
    hintButton.hidden = checked || state.hints >= source.hints.length;
    for (const note of [...hints.children].slice(state.hints)) note.remove();
    const opened = source.hints.slice(hints.childElementCount, state.hints);
    hints.append(...opened.map((element) => opening(element)));
    if (!checked) {
      section.removeAttribute("data-result");
      return;
    }
    const { score, parts } = result;
    const verdict = score === 1 ? "correct" : score ? "partial" : "incorrect";
    section.dataset.result = verdict;
    view.mark(result, state.response);
    const right = parts.filter(Boolean).length;
    const tally =
      view.tally?.(result, state.response) ?? words("tally", { right, total: parts.length });
    const sign = { correct: "right", partial: "partial", incorrect: "wrong" };
    status.append(label(/** @type {any} */ (sign[verdict]), words(verdict, { tally })));
  }

  function reporting() {
    const href = reportAddress(repository, source, state);
    return h("a", { href, target: "_blank", rel: "noopener" }, words("report"));
  }

  /** @param {Element} element */
  function opening(element) {
    const values = { n: source.hints.indexOf(element) + 1, total: source.hints.length };
    const title = values.total > 1 ? words("hint-count", values) : words("hint");
    const heading = h("p", { class: "sc-mark" }, title);
    return h("div", { class: "sc-note", tabindex: "-1" }, heading, ...copies(element, "summary"));
  }

  function save() {
    known = JSON.stringify(state);
    store.save(source.id, { ...state });
  }

  function restore() {
    const saved = store.load(source.id);
    known = JSON.stringify(saved);
    ({ state, result } = restored(saved, source, lang));
    begin();
    if (saved?.tries && saved.hash !== hash) status.append(words("changed"));
  }

  function refresh() {
    const other = JSON.stringify(store.load(source.id)) !== known;
    if (other && !form.contains(document.activeElement)) restore();
  }
}

/** @param {Element | null} sources */
function cited(sources) {
  return sources ? [h("p", { class: "sc-cited" }, words("sources"), ...copies(sources))] : [];
}
