/** Puts the attempts of a course in order: by question, and by the slot that they belong to. */
/** @import { Row } from "../../types.d.ts" */
import { oldestFirst } from "../../log/attempt.js";
import { questionIn } from "../../store/question-in.js";

/**
 * @typedef {object} History
 * @property {Row[]} rows the oldest first
 * @property {Map<string, Row[]>} questions by name, in whatever sitting
 * @property {Map<string, Row[]>} slots
 */

/**
 * @param {Row[]} rows
 * @returns {History}
 */
export function history(rows) {
  const sorted = oldestFirst([...rows]);
  /** @type {Map<string, Row[]>} */
  const slots = new Map();
  for (const row of sorted) {
    const own = slots.get(row.slot);
    if (own) own.push(row);
    else slots.set(row.slot, [row]);
  }
  /** @type {Map<string, Row[]>} */
  const questions = new Map();
  for (const [slot, own] of slots) {
    const others = questions.get(questionIn(slot));
    questions.set(questionIn(slot), others ? oldestFirst(others.concat(own)) : own);
  }
  return { rows: sorted, questions, slots };
}

/** @param {Row} row */
export const isRight = (row) => row.score === 1;
