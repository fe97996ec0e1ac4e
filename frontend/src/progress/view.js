/** My progress: one view of a course's log, on a page of the site and in a notebook. */
/** @import { Kept, Log, Outline, Row } from "../types.d.ts" */
/** @import { Facts } from "./facts/index.js" */
/** @import { Tag } from "./pieces.js" */
import { h } from "../dom.js";
import { words } from "../words.js";
import { facts as factsOf } from "./facts/index.js";
import { folds } from "./folds.js";
import { follow, whole } from "./follow.js";
import { below } from "./level.js";
import { beforeAfter } from "./parts/before-after.js";
import { objectives } from "./parts/objectives.js";
import { pages } from "./parts/pages.js";
import { soFar } from "./parts/so-far.js";
import { sureness } from "./parts/sureness.js";
import { takeAlong } from "./parts/take-along.js";
import { time } from "./parts/time.js";
import { printRecord } from "./record.js";
import { unread } from "./unread.js";

/**
 * @typedef {object} Due
 * @property {number} waiting how many questions are due today
 * @property {{ n: number, at: number } | null} next how many are due on the next day, and when that is
 */

/**
 * @typedef {object} Given
 * @property {Log} log
 * @property {Outline} outline
 * @property {"page" | "notebook"} host
 * @property {string} base what goes before an address of the outline
 * @property {(rows: Row[], outline: Outline, now: number) => Due} [due]
 * @property {() => number} [now]
 */

/**
 * @param {HTMLElement} el
 * @param {Given} given
 * @returns {{ drawn: Promise<void>, end: () => void }} when it was drawn first, and what ends it
 */
export function progress(el, given) {
  const { log, outline, due, now = Date.now } = given;
  /** @type {Facts} */
  let facts = factsOf([], outline, now());
  const report = h("div", { "aria-busy": "true" }, h("p", {}, words("progress-read")));
  const tag = below(el);
  const along = takeAlong(log, { tag }, () => printRecord(outline.title, facts, now()));
  const folded = folds(report);
  el.classList.add("sc-course");
  el.replaceChildren(report, along.element);
  const following = follow(log, () => whole(log), draw, failed);
  return {
    drawn: following.first,
    end() {
      following.end();
      folded.end();
    },
  };

  /** @param {[rows: Row[], kept: Kept]} found */
  function draw([rows, kept]) {
    facts = factsOf(rows, outline, now());
    const forgets = kept.trouble === "forgets";
    show(parts(facts, due?.(rows, outline, now()) ?? null, { ...given, tag, forgets, review: outline.views?.review }));
    along.show(kept);
  }

  /** @param {unknown} error */
  function failed(error) {
    show([h("p", { role: "alert" }, unread(error, "progress-unread"))]);
  }

  /** @param {Node[]} nodes */
  function show(nodes) {
    folded.through(() => report.replaceChildren(...nodes));
    report.setAttribute("aria-busy", "false");
  }
}

/**
 * @param {Facts} facts
 * @param {Due | null} due
 * @param {Given & { tag: Tag, forgets: boolean, review?: string }} given
 * @returns {Node[]}
 */
function parts(facts, due, given) {
  if (!facts.checks) return [...soFar(facts, due, given), pages(facts, given)];
  return [
    ...soFar(facts, due, given),
    pages(facts, given),
    ...beforeAfter(facts, given),
    ...objectives(facts, given),
    sureness(facts, given),
    ...time(facts, given),
  ];
}
