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
  return { rows: sorted, questions: grouped(sorted, (row) => questionIn(row.slot)), slots: grouped(sorted, (row) => row.slot) };
}

/** @param {Row} row */
export const isRight = (row) => row.score === 1;

/**
 * @param {Row[]} rows
 * @param {(row: Row) => string} nameOf
 */
function grouped(rows, nameOf) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
