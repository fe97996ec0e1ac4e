/** Asks what is due today, one thing at a time, and says when the next is. */
/** @import { Kept, Log, Outline, Row, Store } from "../types.d.ts" */
/** @import { Tag } from "../progress/pieces.js" */
/** @import { Due } from "./due.js" */
/** @import { Known } from "./unit.js" */
import { h } from "../dom.js";
import { follow, whole } from "../progress/follow.js";
import { below } from "../progress/level.js";
import { unread } from "../progress/unread.js";
import { questionIn } from "../store/question-in.js";
import { closing } from "./closing.js";
import { dayOf } from "./day.js";
import { dueOn } from "./due.js";
import { histories } from "./history.js";
import { opening } from "./opening.js";
import { sitting } from "./sitting.js";

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
 * @property {(types: string[]) => Promise<void>} [learn] gets ready for questions of these types
 * @property {string} base what comes before the outline's addresses
 * @property {string} [report]
 * @property {() => number} [clock] milliseconds since 1970
 *
 * @typedef {Given & { tag: Tag }} Shown
 *
 * @typedef {{ due: Due } & Known} Found
 */

/**
 * @param {HTMLElement} el
 * @param {Given} here
 * @returns {Promise<() => void>} when it is drawn: ends the view
 */
export async function review(el, here) {
  const given = { ...here, tag: below(el) };
  const { log, outline, clock = Date.now } = given;
  let end = () => {};
  let turn = 0;
  el.classList.add("sc-review");
  await open();
  return () => void instead();

  /**
   * Ends what is shown, for something else.
   *
   * @returns {() => boolean} whether nothing has come after it
   */
  function instead() {
    end();
    end = () => {};
    const mine = ++turn;
    return () => mine === turn;
  }

  /**
   * @param {Row[]} rows
   * @returns {Found}
   */
  function found(rows) {
    return {
      due: dueOn(histories(rows, outline).values(), dayOf(clock())),
      ids: new Set(rows.map(({ id }) => id)),
      latest: new Map(rows.map(({ slot, id }) => [slot, id])),
      seen: new Map(rows.map(({ slot, fp }) => [questionIn(slot), fp])),
    };
  }

  /** Shows how much is due, and follows what is answered elsewhere and the day. */
  async function open() {
    instead();
    let said = "";
    const { first, later, end: unfollow } = follow(log, () => whole(log), draw, (error) => {
      said = "";
      failed(error);
    });
    addEventListener("focus", later);
    end = () => {
      unfollow();
      removeEventListener("focus", later);
    };
    await first;

    /** @param {[rows: Row[], kept: Kept]} read */
    function draw([rows, kept]) {
      const { due } = found(rows);
      const forgets = kept.trouble === "forgets";
      const news = JSON.stringify([due.now, due.waiting, ...due.next, forgets]);
      if (news === said) return;
      said = news;
      const held = el.contains(document.activeElement);
      el.replaceChildren(...opening(due, { given, start, forgets }));
      if (held) el.querySelector("button")?.focus();
    }
  }

  /** Asks what is due by now, which may have been answered on another page meanwhile. */
  async function start() {
    const current = instead();
    await trying(current, async () => {
      const known = found(await log.rows());
      if (!current()) return;
      if (known.due.now.length) end = sitting(el, known, given, close);
      else await open();
    });
  }

  /** @param {Map<string, number>} scores of first answers, by question */
  async function close(scores) {
    const current = instead();
    await trying(current, async () => {
      const { due } = found(await log.rows());
      if (!current()) return;
      el.replaceChildren(...closing(scores, due, { given, start }));
      el.querySelector(given.tag)?.focus();
    });
  }

  /**
   * @param {() => boolean} current
   * @param {() => Promise<void>} act

   */
  async function trying(current, act) {
    try {
      await act();
    } catch (error) {
      if (current()) failed(error);
    }
  }

  /** @param {unknown} error */
  function failed(error) {
    el.replaceChildren(h("p", { role: "alert" }, unread(error, "review-unread")));
  }
}
