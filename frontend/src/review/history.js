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
  for (const row of rows) {
    const question = questionIn(row.slot);
    const asked = Object.hasOwn(questions, question) ? questions[question] : null;
    if (!asked || unreviewed.includes(question.split("/")[0])) continue;
    const known = found.get(question) ?? { question, memory: null, sureAndWrong: false };
    found.set(question, known);
    // An answer to another version says nothing of this one.
    if (!asked.fps.includes(row.fp) || !isFirst(row)) continue;
    known.memory = after(known.memory, dayOf(row.at), ratingOf(row));
    known.sureAndWrong = row.confidence === 3 && row.score < 1;
  }
  return found;
}
