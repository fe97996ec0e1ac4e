/** A small course and what a learner did in it, for tests of views over the whole of it. */
/** @import { Outline, Row } from "../src/types.d.ts" */

/** @returns {Outline} */
export const outline = () => ({
  course: "tides",
  title: "Tides",
  pages: [
    { title: "One", address: "one.html", part: "Begin", asks: [{ question: "moon/phases" }, { question: "moon/light" }] },
    { title: "Two", address: "two.html", asks: [{ question: "sea/case/salt" }, { question: "sea/ebb" }, { question: "moon/light" }], pools: [{ begin: 0, size: 2, atOnce: 1 }] },
    {
      title: "After",
      address: "after.html",
      asks: [
        { question: "moon/phases", sitting: "after" },
        { question: "sea/ebb", sitting: "after" },
      ],
    },
  ],
  banks: {
    moon: { title: "The Moon", objectives: { see: { text: "See it", address: "one.html#see" }, idle: { text: "Nobody asks" } } },
    sea: { title: "The sea", objectives: { swim: { text: "Swim" } } },
  },
  questions: {
    "moon/phases": { fps: ["a1"], objective: "see", title: "Which phase?", address: "one.html" },
    "moon/light": { fps: ["b1", "b2"], objective: "see", title: "Which light?", address: "one.html#light" },
    "sea/case/salt": { fps: ["c1"], objective: "swim", title: "How salty?" },
    "sea/ebb": { fps: ["d1"], objective: "swim", title: "When is ebb?", address: "two.html" },
  },
  unreviewed: [],
});

export const NOON = new Date(2026, 2, 10, 12).getTime();
export const HOUR = 3_600_000;

/**
 * @param {string} slot
 * @param {number} at
 * @param {Partial<Row>} [more]
 * @returns {Row}
 */
export const row = (slot, at, more = {}) => ({ id: `${slot}:${at}`, slot, at, fp: "a1", score: 1, tries: 1, hints: 0, ...more });
