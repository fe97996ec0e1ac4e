/** Reads a course's log as a history of each question. */
/** @import { Outline, Row } from "../types.d.ts" */
/** @import { Memory } from "./schedule.js" */
import { questionIn } from "../store/question-in.js";
import { dayOf } from "./day.js";
import { isFirst, ratingOf } from "./rating.js";
import { after } from "./schedule.js";

/**
 * @typedef {object} History of a question that was answered
 * @property {string} question its name
 * @property {Memory | null} memory null where it has changed since every answer: it is asked as a new one
 * @property {boolean} sureAndWrong whether the latest first answer was, by somebody who was sure
 */

/**
 * @param {Row[]} rows of all sittings, the oldest first
 * @param {Outline} outline
 * @returns {Map<string, History>} of the questions that the course still has and reviews, by name
 */
export function histories(rows, { questions, unreviewed }) {
  /** @type {Map<string, History>} */
  const found = new Map();
  /** Of few slots there are many rows. @type {Map<string, History | null>} */
  const bySlot = new Map();
  for (const row of rows) {
    if (!bySlot.has(row.slot)) bySlot.set(row.slot, of(questionIn(row.slot)));
    const known = bySlot.get(row.slot);
    // An answer to another version says nothing of this one.
    if (!known || !isFirst(row) || !questions[known.question].fps.includes(row.fp)) continue;
    known.memory = after(known.memory, dayOf(row.at), ratingOf(row));
    known.sureAndWrong = row.confidence === 3 && row.score < 1;
  }
  return found;

  /**
   * @param {string} question
   * @returns {History | null} what is known of it; null where the course does not review it
   */
  function of(question) {
    if (!Object.hasOwn(questions, question) || unreviewed.includes(question.split("/")[0])) return null;
    if (!found.has(question)) found.set(question, { question, memory: null, sureAndWrong: false });
    return found.get(question) ?? null;
  }
}
