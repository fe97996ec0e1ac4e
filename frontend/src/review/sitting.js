/** Asks what is due, one thing at a time. */
/** @import { Found, Shown } from "./view.js" */
/** @import { Unit } from "./unit.js" */
import { h } from "../dom.js";
import { quiz } from "../quiz.js";
import { now } from "../soon.js";
import { slotOf, slotsIn } from "../store/slot.js";
import { words } from "../words.js";
import { SITTING, begunAnew, pieceOf, unitsOf } from "./unit.js";

/**
 * @param {HTMLElement} el
 * @param {Found} found
 * @param {Shown} given
 * @param {(scores: Map<string, number>) => void} done hears the scores of first answers, by question
 * @returns {() => void} ends it
 */
export function sitting(el, { due, ...known }, given, done) {
  const { log, outline, host, base, report, clock = Date.now } = given;
  const units = unitsOf(due.now);
  /** @type {Map<string, number>} */
  const scores = new Map();
  let end = () => {};
  /** The one that is asked. */
  let at = -1;
  const count = h(given.tag, { class: "sc-count", tabindex: "-1" });
  const box = h("div");
  // The second of a double click is not meant for the question that has come meanwhile.
  const next = h("button", { type: "button", click: (/** @type {MouseEvent} */ { detail }) => void (detail < 2 && show()) });
  const stop = h("button", { type: "button", click: finish }, words("review-stop"));
  el.replaceChildren(count, box, h("div", { class: "sc-buttons" }, next, stop));
  void show();
  return leave;

  function leave() {
    end();
    at = units.length;
  }

  function finish() {
    leave();
    done(scores);
  }

  async function show() {
    end();
    end = () => {};
    at += 1;
    const mine = at;
    const unit = units[mine];
    if (!unit) {
      finish();
      return;
    }
    count.textContent = words("review-count", { n: mine + 1, total: units.length });
    box.replaceChildren();
    stop.hidden = isLast();
    answered(unit, null);
    count.focus();
    const root = await pieceOf(unit, given).catch((error) => console.warn("selfcheck:", error));
    if (root) await log.load(slotsIn(root));
    // Who does not wait for it has gone on.
    if (mine !== at) return;
    if (!root) {
      box.replaceChildren(h("p", { role: "alert" }, words("review-missing")));
      return;
    }
    box.replaceChildren(...placeOf(unit), root);
    const before = begunAnew(root, log, clock(), known);
    const ends = [quiz(root, log, host, { report }), log.watch(() => answered(unit, before))];
    end = () => ends.forEach((each) => each());
    answered(unit, before);
    // On a phone what stands above would take half of the window from each question. As it will
    // stand there: a plain one is shorter, and a page may have too little below it.
    root.querySelectorAll(".sc-question").forEach(now);
    if (document.activeElement === count) count.scrollIntoView();
  }

  /**
   * Lets the learner go on: what is not answered stays due.
   *
   * @param {Unit} unit
   * @param {Set<string> | null} before the ids of attempts that were there before it was asked; null until it is
   */
  function answered({ asks }, before) {
    for (const question of asks) {
      const first = before && log.attempts(slotOf(question, SITTING)).find(({ id }) => !before.has(id));
      if (first && !scores.has(question)) scores.set(question, first.score);
    }
    const whole = asks.every((question) => scores.has(question));
    next.classList.toggle("sc-main", whole);
    next.textContent = words(!whole ? "review-skip" : isLast() ? "review-finish" : "review-next");
  }

  function isLast() {
    return at === units.length - 1;
  }

  /**
   * What speaks of that around it leads there.
   *
   * @param {Unit} unit
   */
  function placeOf({ asks }) {
    const { address } = asks.map((question) => outline.questions[question]).find(({ placed }) => placed) ?? {};
    if (address == null) return [];
    const link = h("a", { href: base + address, target: "_blank", rel: "noopener" }, words("review-place"));
    return [h("p", { class: "sc-place" }, link)];
  }
}
