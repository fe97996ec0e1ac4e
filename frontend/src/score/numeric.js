/** @import { Missing, Numeric, Scorer } from "../types.d.ts" */
import { plain, readNumber } from "./number.js";
import { graded, unanswered } from "./result.js";

/** What binary fractions may be off by, relative to the number: 0.1 + 0.2 is 0.3 here. */
const ROUNDING = 1e-12;

/** @type {Scorer<Numeric>} */
export function numeric(question, response, lang) {
  if (response == null) return unanswered("nothing-typed");
  if (typeof response !== "string") return unanswered("invalid");
  if (!response.trim()) return unanswered("nothing-typed");
  const value = measure(response, question, lang);
  if (typeof value === "string") return unanswered(value);
  const { key, tol = 0, min = -Infinity, max = Infinity, near = [] } = question;
  const below = value < min && !within(value, min, 0);
  const above = value > max && !within(value, max, 0);
  if (below || above) return unanswered("out-of-range");
  const right = within(value, key, tol);
  const hit = right ? null : near.find(([, wrong, tolerance]) => within(value, wrong, tolerance));
  return { ...graded(Number(right), [right]), value, ...(hit && { near: hit[0] }) };
}

/** @param {Numeric} question */
export const measureKey = ({ key, tol, unit, units, min, max }) => [
  key,
  tol ?? 0,
  unit ?? "",
  Object.entries(units ?? {}).sort(),
  min ?? null,
  max ?? null,
];

/**
 * Reads a number with or without its unit.
 *
 * @param {string} text
 * @param {Numeric} question
 * @param {string} lang
 * @returns {number | Missing} the number in the question's own unit, or why there is none
 */
function measure(text, question, lang) {
  const units = { ...question.units, ...(question.unit ? { [question.unit]: 1 } : {}) };
  const names = Object.keys(units).sort((a, b) => b.length - a.length);
  const tidy = plain(text).replace(/[.,; ]+$/, "");
  for (const flags of ["", "i"]) {
    for (const name of names) {
      const at = tidy.search(ending(name, flags));
      const number = at < 0 ? null : readNumber(tidy.slice(0, at), lang);
      if (number && !number.rest) return number.value * units[name];
    }
  }
  const number = readNumber(tidy, lang);
  if (!number) return "not-a-number";
  return number.rest ? "unknown-unit" : number.value;
}

/**
 * Finds a unit at the end of a text, however it is spaced.
 *
 * @param {string} unit
 * @param {string} flags
 */
function ending(unit, flags) {
  const letters = [...plain(unit).replace(/ /g, "")];
  const escaped = letters.map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&"));
  return new RegExp(` ?${escaped.join(" ?")}$`, flags);
}

/**
 * @param {number} value
 * @param {number} target
 * @param {number} tolerance
 */
function within(value, target, tolerance) {
  if (!Number.isFinite(target)) return false;
  const slack = ROUNDING * Math.max(Math.abs(value), Math.abs(target));
  return Math.abs(value - target) <= tolerance + slack;
}
