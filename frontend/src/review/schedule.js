/** When a question comes again: FSRS-6 with its default weights, in whole days. */
/** @import { Rating } from "./rating.js" */
import { FSRSAlgorithm } from "ts-fsrs";

/** Days. Nobody plans to take a course's questions later than in a year. */
export const LONGEST = 365;

/** How likely a question is to be remembered on the day when it comes again. */
const RETENTION = 0.9;

// The scheduler around it would keep the days of four buttons apart, of which here none is pressed.
const fsrs = new FSRSAlgorithm({ request_retention: RETENTION, maximum_interval: LONGEST, enable_fuzz: false });

/**
 * @typedef {object} Memory of a question
 * @property {number} stability days after which it is remembered with a probability of 0.9
 * @property {number} difficulty 1 to 10
 * @property {number} day of the latest answer
 * @property {number} due day on which it is to be asked again
 */

/**
 * @param {Memory | null} memory null for a question that was never answered
 * @param {number} day of the answer
 * @param {Rating} rating
 * @returns {Memory}
 */
export function after(memory, day, rating) {
  // A clock may have gone back.
  const elapsed = Math.max(0, day - (memory?.day ?? day));
  const { stability, difficulty } = fsrs.next_state(memory, elapsed, rating);
  return { stability, difficulty, day: Math.max(day, memory?.day ?? day), due: day + fsrs.next_interval(stability, elapsed) };
}

/**
 * @param {Memory} memory
 * @param {number} day
 * @returns {number} how likely it is to be remembered on that day
 */
export const recall = ({ stability, day: last }, day) => fsrs.forgetting_curve(Math.max(0, day - last), stability);
