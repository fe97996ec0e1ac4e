/** One question: its controls, its flow, and where its answers are kept. */
/** @import { Live, Source, State, Store, View } from "./types.d.ts" */
import { h } from "./dom.js";
import { project } from "./flow/project.js";
import { draftOf, step } from "./flow/step.js";
import { frame } from "./frame.js";
import { statement } from "./log/statement.js";
import { typeOf } from "./registry.js";
import { reportAddress } from "./report.js";
import { outcomeOf } from "./score/result.js";
import { shuffled } from "./shuffle.js";
import { leave, now, soon } from "./soon.js";
import { readQuestion, readSource } from "./source.js";
import { uuid } from "./store/browser.js";
import { slotOf } from "./store/slot.js";
import { fill } from "./variants.js";
import { language, speak, words } from "./words.js";

/**
 * @typedef {object} Surroundings of a question
 * @property {Store} store
 * @property {string} host
 * @property {string} seed
 * @property {string} lang whose separators numbers have
 * @property {string} own the language of the texts
 * @property {string} spoken the language of the words around them
 * @property {string} [sitting]
 * @property {boolean} asksConfidence
 * @property {string} report the form where a question is reported; empty when nowhere
 * @property {number | null} answer a number from the learner's own code
 * @property {() => void} moved hears of each check, and of each new try
 * @property {(question: Live, error: unknown) => void} failed hears of one that must stay plain
 */

/**
 * Takes a question into its quiz. Its state is known at once, and its controls are made when they are
 * needed: a form beside its plain HTML.
 *
 * @param {HTMLElement} section
 * @param {Surroundings} place
 * @returns {Live}
 * @throws when the element does not hold a question; it is then left as it is
 */
export function question(section, place) {
  const { store, host, seed, lang, own, sitting, asksConfidence, report, answer, moved } = place;
  const { question: id = "" } = section.dataset;
  const asks = readQuestion(section);
  const type = typeOf(asks.type);
  const slot = slotOf(id, sitting);
  const asked = { question: asks, lang, asksConfidence };
  /** @type {Source} */
  let source;
  /** @type {View} */
  let view;
  /** Not there while the question is plain. @type {ReturnType<typeof frame>} */
  let box;
  /** Not there before somebody asks. @type {State} */
  let state;
  /** What the store was last seen to hold. */
  let seen = "";
  let started = 0;
  let count = "";

  /** @type {Live} */
  const live = {
    section,
    get source() {
      return (source ??= readSource(section, asks));
    },
    slot,
    get state() {
      return known();
    },
    number(n, total) {
      count = words(total > 1 ? "count" : "count-single", { n, total });
      if (box) box.count.textContent = count;
    },
    soon: () => soon(section, wake),
    focus() {
      now(section);
      if (!box) return;
      box.count.tabIndex = -1;
      box.count.focus();
    },
    reset(forget) {
      const before = live.state;
      state = step(before, { type: "reset", forget }, asked);
      begin();
      if (before.response !== null || before.checked || before.tries || before.hints) save();
    },
    refresh,
    end: () => void leave(section),
  };
  return live;

  /** Puts the form beside the plain HTML. */
  function wake() {
    try {
      speak(place.spoken);
      const { source } = live;
      view = type.view(asks, {
        source,
        order: (ids) => shuffled(ids, `${seed}/${id}`),
        changed,
        say: (text) => box.say(text),
      });
      const help = answer == null ? view.how : words("from-code");
      box = frame(source, view, help ?? "", asksConfidence, {
        check,
        hint: () => go({ type: "hint" }),
        again: () => start({ type: "again" }),
        another: () => start({ type: "another" }),
        changed,
      });
      box.count.textContent = count;
      known();
      begin();
      if (answer != null) take(answer);
      const plain = h("div", { class: "sc-plain" });
      plain.append(...section.childNodes);
      section.append(plain, box.form);
    } catch (error) {
      place.failed(live, error);
    }
  }

  function known() {
    if (!state) follow(restored());
    return state;
  }

  function restored() {
    return project(asks, store.attempts(slot), store.draft(slot), lang);
  }

  /** @param {State} next what the store holds */
  function follow(next) {
    state = next;
    seen = held();
  }

  function held() {
    return `${store.attempts(slot).at(-1)?.id} ${JSON.stringify(store.draft(slot))}`;
  }

  /** @param {import("./flow/step.js").Event} event */
  function go(event) {
    state = step(state, event, asked);
    show();
    if (event.type === "hint") box.toHint();
    save();
  }

  /**
   * A new try.
   *
   * @param {import("./flow/step.js").Event} event
   */
  function start(event) {
    state = step(state, event, asked);
    begin();
    view.first()?.focus();
    save();
    moved();
  }

  function respond() {
    state = step(state, { type: "respond", response: view.read(), confidence: box.sure?.read() }, asked);
  }

  function changed() {
    // Another page may have checked meanwhile: that stands.
    if (refresh()) return;
    respond();
    box.status.replaceChildren();
    save();
  }

  function check() {
    if (state.checked) return;
    respond();
    const id = uuid();
    state = step(state, { type: "check", attempt: id }, asked);
    if (!state.checked) {
      show();
      (state.message === "how-sure-first" ? box.sure?.first : view.first())?.focus();
      return;
    }
    show();
    record(id);
    moved();
    // Last, since a browser lays the page out for it: so it does that once.
    box.status.focus();
  }

  /** @param {string} id */
  function record(id) {
    const before = store.attempts(slot).at(-1)?.at ?? 0;
    const made = statement(live.source, state, {
      id,
      course: store.course,
      host,
      lang: own,
      verb: { [language()]: words("verb-answered") },
      sitting,
      seconds: (performance.now() - started) / 1000,
      // The newest check wins also where a clock goes back.
      at: Math.max(Date.now(), before + 1),
    });
    seen = `${id} null`;
    store.record(slot, made);
  }

  function save() {
    const draft = draftOf(state, asks.type, Date.now());
    seen = `${state.after ?? undefined} ${JSON.stringify(draft)}`;
    store.save(slot, draft);
  }

  /**
   * Puts a number from the learner's code into the field. It is graded on Check; where the same
   * number was graded before, that stands.
   *
   * @param {number} number
   */
  function take(number) {
    // As it will be read: in the language of the page, which may be another than that spoken.
    const response = number.toLocaleString(lang, {
      maximumSignificantDigits: 12,
      numberingSystem: "latn",
      useGrouping: false,
    });
    const before = state;
    state = step(state, { type: "take", response }, asked);
    if (state === before) return;
    begin();
    save();
  }

  /** Shows the state, from which the learner goes on. */
  function begin() {
    if (!box) return;
    fill(section, asks, state.variant);
    fill(box.form, asks, state.variant);
    view.write(state.response);
    box.sure?.write(state.confidence);
    show();
    started = performance.now();
  }

  /** Brings what is on screen in line with the state. */
  function show() {
    const { checked, result } = state;
    box.show(state, checked && report ? reportAddress(report, live.source, state) : "");
    if (!result) section.removeAttribute("data-result");
    else section.dataset.result = outcomeOf(result.score);
  }

  /** @returns {boolean} whether the store held something else, which is shown now */
  function refresh() {
    if (!state || held() === seen) return false;
    const next = restored();
    const here = box?.form.contains(document.activeElement);
    // Whoever is about to answer is not disturbed by a draft from elsewhere; a check is shown.
    if (here && next.after === state.after) return false;
    follow(next);
    begin();
    if (here && document.hasFocus()) box.status.focus();
    return true;
  }
}
