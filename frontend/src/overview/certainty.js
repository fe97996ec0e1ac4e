/** Certainty-based marks, after Gardner-Medwin: they reward those who know what they know. */
/** @import { Level } from "../types.d.ts" */
import { h } from "../dom.js";
import { words } from "../words.js";

/** Points for a wrong answer at each level; a right one scores its level. */
const WRONG = { 1: 0, 2: -2, 3: -6 };
const BEST = 3;

/** @param {{ level: Level, right: boolean }[]} judged a partly right answer is not right */
export function certainty(judged) {
  const marks = judged.reduce((sum, { level, right }) => sum + (right ? level : WRONG[level]), 0);
  const values = { marks: String(marks).replace("-", "\u2212"), most: BEST * judged.length };
  return h("p", { class: "sc-certainty" }, words("certainty-marks", values));
}
