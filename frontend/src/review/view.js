/** Asks what is due today, one thing at a time, and says when the next is. */
/** @import { Log, Outline, Store } from "../types.d.ts" */
/** @import { Due } from "./due.js" */
import { h } from "../dom.js";
import { quiz } from "../quiz.js";
import { slotOf } from "../store/slot.js";
import { words } from "../words.js";
import { dayOf } from "./day.js";
import { dueOn } from "./due.js";
import { histories } from "./history.js";
import { closing } from "./closing.js";
import { opening } from "./opening.js";
import { begunAnew, pieceOf, unitsOf } from "./unit.js";

/** The sitting in which reviews are kept, apart from the answers on the course's own pages. */
export const SITTING = "review";

/**
 * @typedef {object} Piece what a bank gives of its questions
 * @property {string} open the start tag of a quiz
 * @property {Record<string, string>} questions the HTML of each question and each case, by name in the bank
 *
 * @typedef {object} Given
 * @property {Store & Log} log
 * @property {Outline} outline
 * @property {"page" | "notebook"} host
 * @property {(name: string) => Promise<Piece>} bank
 * @property {(html: string) => DocumentFragment} parsed
 * @property {string} base what comes before the outline's addresses
 * @property {string} [report]
 * @property {() => number} [clock] milliseconds since 1970
 */

/**
 * @param {HTMLElement} el
 * @param {Given} given
 * @returns {Promise<() => void>} when it is drawn: ends the view
 */
export async function review(el, given) {
  const { log, outline, host, clock = Date.now } = given;
  let end = () => {};
  await begin();
  return () => end();

  async function begin() {
    const due = await dueNow();
    el.replaceChildren(...opening(due, { given, start: () => void ask(due) }));
  }

  /** @returns {Promise<Due>} */
  async function dueNow() {
    return dueOn(histories(await log.rows(), outline).values(), dayOf(clock()));
  }

  /** @param {Due} due */
  async function ask(due) {
    const units = unitsOf(due.now);
    /** @type {Map<string, number>} scores of first answers, by question */
    const scores = new Map();
    const count = h("h2", { class: "sc-count", tabindex: "-1" });
    const box = h("div");
    const next = h("button", { type: "button" });
    const stop = h("button", { type: "button", click: () => void finish() }, words("review-stop"));
    const foot = h("div", { class: "sc-buttons" }, next, stop);
    el.replaceChildren(h("div", { class: "sc-review-sitting" }, count, box, foot));
    await show(0);

    /** @param {number} at */
    async function show(at) {
      end();
      const unit = units[at];
      count.textContent = words("review-count", { n: at + 1, total: units.length });
      next.textContent = words(at + 1 < units.length ? "review-next" : "review-finish");
      next.onclick = () => void (at + 1 < units.length ? show(at + 1) : finish());
      const root = await pieceOf(unit, given).catch(() => null);
      if (!root) {
        box.replaceChildren(h("p", { role: "alert" }, words("review-missing")));
        next.hidden = false;
        next.focus();
        return;
      }
      box.replaceChildren(root, ...placeOf(unit.asks[0]));
      begunAnew(root, log, SITTING, clock());
      next.hidden = true;
      const stopQuiz = quiz(root, log, host, { report: given.report });
      const stopWatching = log.watch(() => answered(unit));
      end = () => (stopWatching(), stopQuiz(), (end = () => {}));
      answered(unit);
      count.focus();
    }

    /** @param {import("./unit.js").Unit} unit */
    function answered(unit) {
      const firsts = unit.asks.map((question) => {
        const last = log.attempts(slotOf(question, SITTING)).at(-1);
        const draft = log.draft(slotOf(question, SITTING));
        return last && !(draft?.restarted && draft.after === last.id) ? { question, last } : null;
      });
      for (const each of firsts) {
        if (each && !scores.has(each.question)) scores.set(each.question, each.last.score);
      }
      next.hidden = !firsts.every(Boolean);
      stop.hidden = !next.hidden && next.textContent === words("review-finish");
    }

    async function finish() {
      end();
      const due = await dueNow();
      el.replaceChildren(...closing(scores, due, { given, begin: () => void begin() }));
      /** @type {HTMLElement | null} */ (el.querySelector("h2"))?.focus();
    }
  }

  /**
   * A question that speaks of what stands around it leads there.
   *
   * @param {string} question
   */
  function placeOf(question) {
    const { placed, address } = outline.questions[question] ?? {};
    if (!placed || address == null) return [];
    return [h("p", { class: "sc-place" }, h("a", { href: given.base + address, target: "_blank" }, words("review-place")))];
  }
}

