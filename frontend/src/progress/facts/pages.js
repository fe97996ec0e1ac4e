/** What was done of each page, and which comes next. */
/** @import { Outline, Row } from "../../types.d.ts" */
/** @import { History } from "./history.js" */
import { slotOf } from "../../store/slot.js";

/**
 * @typedef {object} PageFact
 * @property {string} title
 * @property {string} address
 * @property {string} part of the course; may be empty
 * @property {number} done questions that were answered
 * @property {number} of how many are asked
 * @property {number} last when something was answered there, in milliseconds since 1970; 0 for never
 */

/** @typedef {Pick<Outline["pages"][number], "title" | "address" | "part" | "asks" | "pools">} Page */

/**
 * @param {Page[]} pages
 * @param {Pick<History, "slots">} history
 * @returns {PageFact[]}
 */
export function pagesDone(pages, { slots }) {
  return pages.map(({ title, address, part = "", asks, pools = [] }) => {
    const tried = asks.map(({ question, sitting }) => slots.get(slotOf(question, sitting)) ?? []);
    const last = Math.max(0, ...tried.map((rows) => rows.at(-1)?.at ?? 0));
    let [done, of] = [count(tried), asks.length];
    for (const { begin, size, atOnce } of pools) {
      // What was drawn in other rounds does not count for the other quizzes of the page.
      done -= Math.max(0, count(tried.slice(begin, begin + size)) - atOnce);
      of -= size - atOnce;
    }
    return { title, address, part, done, of, last };
  });
}

/** @param {Row[][]} tried */
const count = (tried) => tried.filter((rows) => rows.length).length;

/**
 * Returns where a learner goes on: on the page where they answered last, or else on the next after
 * it that is not finished, and at last on one that they left out.
 *
 * @param {PageFact[]} pages
 * @returns {PageFact | null} null when all is done
 */
export function nextOf(pages) {
  const latest = pages.reduce((best, page, n) => (page.last > (pages[best]?.last ?? 0) ? n : best), 0);
  const inTurn = [...pages.slice(latest), ...pages.slice(0, latest)];
  return inTurn.find(({ done, of }) => done < of) ?? null;
}
