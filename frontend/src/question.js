/** The flow of one question: respond, check, feedback, hint, try again. */
/** @import { Score, State, Store } from "./types.d.ts" */
import { statement } from "./attempt.js";
import { copies, h, newId } from "./dom.js";
import { label, unmark } from "./marks.js";
import { score } from "./score/index.js";
import { shuffled } from "./shuffle.js";
import { readSource } from "./source.js";
import { view as drawView } from "./views/index.js";
import { words } from "./words.js";

/**
 * @typedef {object} Place where a question stands
 * @property {Store} store
 * @property {string} host
 * @property {string} seed
 * @property {string} lang
 * @property {number} number
 * @property {number} total
 */

/**
 * Brings a question alive: puts a form beside its plain HTML.
 *
 * @param {HTMLElement} section
 * @param {Place} place
 * @returns {() => void} shows again what the store holds, when that is something else by now
 * @throws when the element does not hold a question; it is then left as it is
 */
export function question(section, { store, host, seed, lang, number, total }) {
  const source = readSource(section);
  const { hash } = source.question;
  const view = drawView({
    source,
    order: (count) => shuffled(count, `${seed}/${source.id}`),
    changed,
    say: (text) => status.replaceChildren(text),
  });

  /** @type {State} */
  let state;
  /** @type {Score} */
  let result;
  /** What the store was last seen to hold. */
  let known = "";
  let started = 0;

  const { stem, legend } = ask(source.prompt);
  const described = [];
  if (stem) described.push((stem.id = newId()));
  const how = view.how ? [h("p", { class: "sc-how", id: newId() }, view.how)] : [];
  described.push(...how.map(({ id }) => id));
  const fieldset = h("fieldset", {}, legend, ...how, ...view.nodes);
  if (described.length) fieldset.setAttribute("aria-describedby", described.join(" "));

  const status = h("div", { class: "sc-status", role: "status", tabindex: "-1" });
  const why = h("div", { class: "sc-why" }, ...copies(source.why), ...cited(source.sources));
  const hints = h("div", { class: "sc-hints", "aria-live": "polite" });
  const checkButton = h("button", { class: "sc-check" }, words("check"));
  const hintButton = h("button", { type: "button", click: hint }, words("hint"));
  const againButton = h("button", { type: "button", click: tryAgain }, words("try-again"));
  const form = h(
    "form",
    { class: "sc-live", novalidate: true, autocomplete: "off", submit: check },
    h("p", { class: "sc-count" }, words(total > 1 ? "count" : "count-single", { n: number, total })),
    ...(stem ? [stem] : []),
    fieldset,
    hints,
    status,
    why,
    h("div", { class: "sc-buttons" }, checkButton, hintButton, againButton),
  );

  restore();
  const plain = h("div", { class: "sc-plain" });
  plain.append(...section.childNodes);
  section.append(plain, form);
  return refresh;

  function changed() {
    state.response = view.read();
    status.replaceChildren();
    save();
  }

  /** @param {Event} event */
  function check(event) {
    event.preventDefault();
    if (state.checked) return;
    state.response = view.read();
    result = score(source.question, state.response, lang);
    if (result.message) {
      status.replaceChildren(view.missing?.(result.message) ?? words(result.message));
      view.first()?.focus();
      return;
    }
    state.checked = true;
    state.tries += 1;
    show();
    status.focus();
    save();
    const seconds = (performance.now() - started) / 1000;
    store.record(statement(source, state, result, { host, seconds }));
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
    started = performance.now();
    view.write(state.response);
    show();
    view.first()?.focus();
    save();
  }

  /** Brings what is on screen in line with the state. */
  function show() {
    const { checked } = state;
    unmark(fieldset);
    status.replaceChildren();
    fieldset.disabled = checked;
    why.hidden = !checked;
    checkButton.hidden = checked;
    againButton.hidden = !checked;
    hintButton.hidden = checked || state.hints >= source.hints.length;
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
    state = { hash, response: null, checked: false, hints: 0, tries: 0 };
    if (saved?.hash === hash) {
      const { response, checked, hints: opened, tries } = saved;
      result = score(source.question, response, lang);
      if (result.message !== "invalid") state.response = response;
      state.checked = Boolean(checked) && !result.unanswered;
      state.hints = Math.min(Number(opened) || 0, source.hints.length);
      state.tries = Number(tries) || 0;
    }
    hints.replaceChildren();
    view.write(state.response);
    show();
    if (saved?.tries && saved.hash !== hash) status.append(words("changed"));
    started = performance.now();
  }

  function refresh() {
    const other = JSON.stringify(store.load(source.id)) !== known;
    if (other && !form.contains(document.activeElement)) restore();
  }
}

/**
 * Divides a prompt: its last paragraph names the group of controls, what comes earlier stands
 * before them.
 *
 * @param {Element} prompt
 */
function ask(prompt) {
  const blocks = copies(prompt).filter((node) => node.textContent?.trim() || node instanceof Element);
  const last = blocks.at(-1);
  const asks = last instanceof HTMLParagraphElement;
  if (asks) blocks.pop();
  const legend = h("legend", {}, ...(asks ? last.childNodes : [words("your-answer")]));
  return { stem: blocks.length ? h("div", { class: "sc-stem" }, ...blocks) : null, legend };
}

/** @param {Element | null} sources */
function cited(sources) {
  return sources ? [h("p", { class: "sc-cited" }, words("sources"), ...copies(sources))] : [];
}
