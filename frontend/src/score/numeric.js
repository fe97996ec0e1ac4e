/** @import { Missing, Numeric, Scorer } from "../types.d.ts" */
import { plain, readNumber } from "./number.js";
import { graded, unanswered } from "./result.js";
import { sameUnit } from "./units.js";

/** @typedef {[name: string, size: number]} Unit */

/** More is not read: a field takes no more. */
export const LONGEST = 100;
/** What binary fractions may be off by, relative to the number: 0.1 + 0.2 is 0.3 here. */
const ROUNDING = 1e-12;
/** Something before a number, as a currency is; after it, it is a unit. */
const BEFORE = /^([+-]?) ?([^\d.,+()-]+?)\.? ?([+-]?) ?(?=[.,٫]?\d)(.*)$/;
/** "5,-" and "5.– €" are whole amounts. */
const WHOLE = /(\d)[.,]-(?=\D*$)/;
/** Where no unit is asked for, this is none. */
const CURRENCY = /^([A-Z]{0,3}\p{Sc}|EUR|USD|GBP|CHF|JPY|CNY|INR)$/u;
/** @type {Scorer<Numeric>} */
export function numeric(question, response, lang) {
  const typed = response ?? "";
  if (typeof typed !== "string" || typed.length > LONGEST) return unanswered("invalid");
  if (!plain(typed)) return unanswered("nothing-typed");
  const value = measure(typed, question, lang);
  if (typeof value === "string") return unanswered(value);
  const { key, tol = 0, min = -Infinity, max = Infinity, near = [] } = question;
  const right = within(value, key, tol);
  if (!right) {
    // "1.234" may be more than a thousand or little more than one.
    const other = measure(typed, question, lang, true);
    if (typeof other === "number" && within(other, key, tol)) return unanswered("ambiguous");
  }
  const outside = (value < min && !within(value, min, 0)) || (value > max && !within(value, max, 0));
  if (outside) return unanswered("out-of-range");
  const hit = right ? null : near.find(([, wrong, tolerance]) => within(value, wrong, tolerance));
  return { ...graded(Number(right), [right]), value, ...(hit && { near: hit[0] }) };
}

/** @param {Numeric} question */
export const measureKey = ({ key, tol = 0, unit = "", units = {}, min, max }) => [
  key,
  tol,
  unit,
  Object.entries(units).sort(),
  min ?? null,
  max ?? null,
];

/**
 * @param {Numeric} question
 * @returns {Record<string, number>} the units that may be typed, its own first, and their sizes
 */
export const unitsOf = ({ unit, units }) => ({ ...(unit && { [unit]: 1 }), ...units });

/**
 * @param {string} text
 * @returns {string} what keeps it from being read as a number alone, as it was typed where it comes
 *   after the number; empty where no word does
 */
export function inTheWay(text) {
  const tidy = tidied(text);
  const rest = readNumber(tidy, "en")?.rest ?? /[^\d\s.,'+/^-]\D*/.exec(tidy)?.[0] ?? "";
  const at = rest ? startOf(rest, text) : -1;
  return (at < 0 ? rest : text.slice(at)).trim().slice(0, 40);
}

/**
 * Reads a number with or without its unit.
 *
 * @param {string} text
 * @param {Numeric} question
 * @param {string} lang
 * @param {boolean} [other] read the way that the language does not, where a separator has two
 * @returns {number | Missing} the number in the question's own unit, or why there is none
 */
function measure(text, question, lang, other) {
  const units = Object.entries(unitsOf(question))
    .map(([name, size]) => /** @type {Unit} */ ([trimmed(name), size]))
    .sort(([one], [another]) => another.length - one.length);
  // Between Persian digits a slash may be a decimal point.
  const read = other && /[۰-۹]/.test(text) ? text.replace("/", ".") : text;
  const tidy = tidied(read, units);
  for (const [name, size] of units) {
    const at = startOf(name, tidy);
    const number = at < 0 ? null : readNumber(tidy.slice(0, at), lang, other);
    if (number && !number.rest) return number.value * size;
  }
  const number = readNumber(tidy, lang, other);
  if (!number) return "not-a-number";
  if (!number.rest) return number.value;
  const unit = units.find(([name]) => sameUnit(number.rest, name));
  if (unit) return number.value * unit[1];
  return !units.length && CURRENCY.test(number.rest) ? number.value : "unknown-unit";
}

/**
 * @param {string} end
 * @param {string} text
 * @returns {number} where *text* ends so, however it is spaced and its powers are written; or -1
 */
const startOf = (end, text) => [...text].findIndex((_, n) => packed(text.slice(n)) === packed(end));

/** @param {string} text what follows a number: only there "²" is a power of it */
const packed = (text) => plain(`0${text}`).replace(/ /g, "");

/** @param {string} text */
const trimmed = (text) => plain(text).replace(/[.,; ]+$/, "");

/**
 * @param {string} text
 * @param {Unit[]} [units] that may stand before the number too
 */
function tidied(text, units = []) {
  const tidy = trimmed(text).replace(WHOLE, "$1").replace(/^[=≈~] ?/, "");
  const [, sign, unit, minus, rest] = BEFORE.exec(tidy) ?? [];
  const known = unit && (CURRENCY.test(unit) || units.some(([name]) => sameUnit(unit, name)));
  return known ? `${sign}${minus}${rest} ${unit}` : tidy;
}

/**
 * @param {number} value
 * @param {number} target
 * @param {number} tolerance
 */
function within(value, target, tolerance) {
  const slack = ROUNDING * Math.max(Math.abs(value), Math.abs(target));
  return Math.abs(value - target) <= tolerance + slack;
}
