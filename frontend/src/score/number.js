/**
 * Reads numbers as people type and paste them: "1,298,897", "1 298 897", "0,008", "2e6", "2 × 10⁶",
 * "1/12000", "1½", "٥".
 */
import { asciiDigits } from "./digits.js";

/** A sign, digits with their separators, a power of ten, and what follows. */
const LEAD =
  /^([+-]?) ?([.,٫]?\d(?:[\d.,٫' ]*\d)?)(?: ?x ?10(?:\^([+-]?\d+)|([+-]\d+))| ?e ?([+-]?\d+))? ?(.*)$/i;

/** Groups with one and the same separator; the last of three digits, others of two in India. */
const GROUPED = /^[1-9]\d{0,2}([.,' ])(?:\d{2,3}\1)*\d{3}$/;

/** A whole and a fraction that is less than one. */
const MIXED = /^([+-]?) ?(\d+) (\d+) ?\/ ?(\d+)(?![\d.,'^])(.*)$/;

/**
 * Gives the many ways to type a sign one form, so that only the digits remain to be understood.
 *
 * @param {string} text
 */
export function plain(text) {
  // Marks that nobody sees come along when a number is pasted.
  return asciiDigits(text.replace(/[\p{Cf}\ufe00-\ufe0f]/gu, ""))
    .replace(/(\d)(?=[¼-¾⅐-⅞↉])/g, "$1 ")
    .replace(/(10)([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, "$1^$2")
    .replace(/[º˚]/g, "°")
    .normalize("NFKC")
    .replace(/[\p{Pd}\u2212˗⁃➖]/gu, "-")
    .replace(/[\u2018\u2019\u02bc\u2032´`٬]/g, "'")
    .replace(/[⁄∕÷]/g, "/")
    .replace(/٪/g, "%")
    .replace(/،/g, ",")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\*\*/g, "^")
    .replace(/(?<=\p{L}) ?[×·⋅∙•*] ?(?=\p{L})/gu, "·")
    .replace(/(?<!\p{L})[×·⋅∙•*]|[×·⋅∙•*](?!\p{L})/gu, "x")
    .replace(/ ?\^ ?(?:\(([+-]?\d+)\))?/g, "^$1")
    .trim();
}

/**
 * Reads the number at the beginning of a text.
 *
 * @param {string} text
 * @param {string} lang
 * @param {boolean} [other] read the way that the language does not, where a separator has two
 * @returns {{ value: number, rest: string } | null} the number and what follows it
 */
export function readNumber(text, lang, other = false) {
  const tidy = plain(text);
  const mixed = MIXED.exec(tidy);
  if (mixed && Number(mixed[3]) < Number(mixed[4])) {
    const value = Number(mixed[2]) + Number(mixed[3]) / Number(mixed[4]);
    return finite(mixed[1] === "-" ? -value : value, mixed[5].trim());
  }
  const over = /^([^/]*\d) ?\/ ?(\d.*)$/.exec(tidy);
  if (!over) return readDecimal(tidy, lang, other);
  const top = readDecimal(over[1], lang, other);
  const bottom = readDecimal(over[2], lang, other);
  if (!top || top.rest || !bottom) return readDecimal(tidy, lang, other);
  return finite(top.value / bottom.value, bottom.rest);
}

/**
 * @param {string} tidy
 * @param {string} lang
 * @param {boolean} other
 */
function readDecimal(tidy, lang, other) {
  const found = LEAD.exec(tidy.replace(/^([+-]?)(?=10\^)/, (sign) => `${sign}1x`));
  if (!found) return null;
  const [, sign, mantissa, power, printed, exponent, rest] = found;
  const raised = power ?? printed ?? exponent;
  // Before a power of ten nobody parts thousands.
  const digits = ungroup(mantissa, raised ? null : groupSeparator(lang), other);
  if (digits === null) return null;
  return finite(Number(`${sign}${digits}e${raised ?? 0}`), rest);
}

/**
 * @param {number} value
 * @param {string} rest
 */
function finite(value, rest) {
  return Number.isFinite(value) ? { value, rest } : null;
}

/**
 * Takes the thousands separators out, and makes the decimal separator a point.
 *
 * @param {string} text
 * @param {string | null} group what parts thousands where one separator stands alone; null for none
 * @param {boolean} other
 * @returns {string | null} null when the separators make no sense
 */
function ungroup(text, group, other) {
  const marks = text.replace(/\d/g, "");
  const cut = isDecimal(text, marks, group, other) ? text.lastIndexOf(marks.slice(-1)) : text.length;
  const whole = text.slice(0, cut);
  if (/\D/.test(whole) && !GROUPED.test(whole)) return null;
  return `${whole.replace(/\D/g, "") || 0}.${text.slice(cut + 1) || 0}`;
}

/**
 * Whether the last separator of a number is its decimal one.
 *
 * @param {string} text
 * @param {string} marks the separators in `text`
 * @param {string | null} group
 * @param {boolean} other
 */
function isDecimal(text, marks, group, other) {
  const last = marks.slice(-1);
  if (!last || !".,٫".includes(last)) return false;
  if (marks.split(last).length > 2) return false;
  if (marks.length > 1 || !group || !GROUPED.test(text)) return true;
  return (last !== group) !== other;
}

/** @param {string} lang */
function groupSeparator(lang) {
  try {
    const parts = new Intl.NumberFormat(lang).formatToParts(1234567);
    return parts.find((part) => part.type === "group")?.value ?? ",";
  } catch {
    return ",";
  }
}
