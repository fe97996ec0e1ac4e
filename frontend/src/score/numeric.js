/** @import { Missing, Numeric, Scorer } from "../types.d.ts" */
import { plain, readNumber } from "./number.js";
import { graded, unanswered } from "./result.js";
import { sameUnit } from "./units.js";

/** More is not read: a field takes no more. */
export const LONGEST = 100;
/** What binary fractions may be off by, relative to the number: 0.1 + 0.2 is 0.3 here. */
const ROUNDING = 1e-12;
/** Before a number; after it, it is a unit. */
const PRICE = /^([+-]?) ?([A-Z]{0,3}\p{Sc}|[A-Z]{3}) ?([+-]?) ?(?=[.,]?\d)(.*)$/u;
/** "5,-" and "5.– €" are whole amounts. */
const WHOLE = /(\d)[.,]-(?=\D*$)/;
/** Where no unit is asked for, this is none. */
const CURRENCY = /^(?:[A-Z]{0,3}\p{Sc}|EUR|USD|GBP|CHF|JPY|CNY|INR)$/u;

/** @type {Scorer<Numeric>} */
export function numeric(question, response, lang) {
  if (response == null) return unanswered("nothing-typed");
  if (typeof response !== "string" || response.length > LONGEST) return unanswered("invalid");
  if (!plain(response)) return unanswered("nothing-typed");
  const value = measure(response, question, lang);
  if (typeof value === "string") return unanswered(value);
  const { key, tol = 0, min = -Infinity, max = Infinity, near = [] } = question;
  const right = within(value, key, tol);
  if (!right) {
    // "1.234" may be more than a thousand or little more than one.
    const other = measure(response, question, lang, true);
    if (typeof other === "number" && within(other, key, tol)) return unanswered("ambiguous");
  }
  const below = value < min && !within(value, min, 0);
  const above = value > max && !within(value, max, 0);
  if (below || above) return unanswered("out-of-range");
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
 * @param {string} text
 * @returns {string} what keeps it from being read as a number alone; empty where no word does
 */
export function inTheWay(text) {
  const tidy = tidied(text);
  const rest = readNumber(tidy, "en")?.rest ?? /(?:[^\d\s.,'+/^-]+ ?)+/.exec(tidy)?.[0] ?? "";
  return rest.trim().slice(0, 40);
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
  const units = { ...question.units, ...(question.unit ? { [question.unit]: 1 } : {}) };
  const names = Object.keys(units).sort((a, b) => b.length - a.length);
  const tidy = tidied(text);
  for (const name of names) {
    const at = tidy.search(ending(name));
    const number = at < 0 ? null : readNumber(tidy.slice(0, at), lang, other);
    if (number && !number.rest) return number.value * units[name];
  }
  const number = readNumber(tidy, lang, other);
  if (!number) return "not-a-number";
  if (!number.rest) return number.value;
  const unit = names.find((name) => sameUnit(number.rest, plain(name)));
  if (unit) return number.value * units[unit];
  return !names.length && CURRENCY.test(number.rest) ? number.value : "unknown-unit";
}

/** @param {string} text */
function tidied(text) {
  const tidy = plain(text).replace(WHOLE, "$1").replace(/^[=≈~] ?/, "").replace(/[.,; ]+$/, "");
  return tidy.replace(PRICE, "$1$3$4 $2");
}

/**
 * Finds a unit at the end of a text, however it is spaced.
 *
 * @param {string} unit
 */
function ending(unit) {
  const letters = [...plain(unit).replace(/ /g, "")];
  const escaped = letters.map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&"));
  return new RegExp(` ?${escaped.join(" ?")}$`);
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
