/** What is to be asked today, and when what else comes. */
/** @import { History } from "./history.js" */
import { recall } from "./schedule.js";

/** Questions at a sitting. */
export const MOST = 20;

/**
 * @typedef {object} Due
 * @property {string[]} now names of the questions to ask at this sitting, in their order
 * @property {number} waiting how many are due today, those beyond this sitting counted
 * @property {Map<number, number>} next how many come on which later day, the next day first
 */

/**
 * @param {Iterable<History>} histories
 * @param {number} today a day, as `dayOf` counts them
 * @returns {Due}
 */
export function dueOn(histories, today) {
  const all = [...histories];
  const waiting = all.filter(({ memory }) => !memory || memory.due <= today);
  // Whoever was sure of what is wrong will act on it: that first, and then what is most likely gone.
  const urgent = (/** @type {History} */ { memory, sureAndWrong }) => (sureAndWrong ? -1 : memory ? recall(memory, today) : 0);
  /** Names of questions by that. @type {Map<number, string[]>} */
  const levels = new Map();
  for (const history of waiting) levels.set(urgent(history), [...(levels.get(urgent(history)) ?? []), history.question]);
  const chosen = [...levels]
    .sort(([one], [other]) => one - other)
    // Of what was learned on one day, each bank has its share of the sitting.
    .flatMap(([at, names]) => interleaved(names.sort()).map((name) => ({ at, name })))
    .slice(0, MOST);
  const [sure, others] = [chosen.filter(({ at }) => at < 0), chosen.filter(({ at }) => at >= 0)];
  return {
    now: [sure, others].flatMap((part) => interleaved(part.map(({ name }) => name))),
    waiting: waiting.length,
    next: counted(all.flatMap(({ memory }) => (memory && memory.due > today ? [memory.due] : []))),
  };
}

/**
 * Takes one of each bank in turn: what is mixed is learned better than what comes in blocks.
 *
 * @param {string[]} questions
 */
function interleaved(questions) {
  /** @type {Map<string, string[]>} */
  const banks = new Map();
  for (const question of questions) {
    const bank = question.split("/")[0];
    banks.set(bank, [...(banks.get(bank) ?? []), question]);
  }
  const most = Math.max(0, ...[...banks.values()].map(({ length }) => length));
  return Array.from({ length: most }, (_, round) => [...banks.values()].flatMap((own) => own.slice(round, round + 1))).flat();
}

/** @param {number[]} days */
function counted(days) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const day of days.sort((one, other) => one - other)) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
