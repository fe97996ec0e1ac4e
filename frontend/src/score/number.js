/**
 * Reads numbers as people type them: "1,298,897", "1 298 897", "0,008", "2e6", "2 × 10⁶",
 * "1/12000".
 */

/** A sign, digits with their separators, a power of ten, and what follows. */
const LEAD = /^([+-]?) ?([.,]?\d(?:[\d.,' ]*\d)?)(?: ?x ?10\^([+-]?\d+)|e([+-]?\d+))? ?(.*)$/i;

/** Groups with one and the same separator; the last of three digits, others of two in India. */
const GROUPED = /^[1-9]\d{0,2}([.,' ])(?:\d{2,3}\1)*\d{3}$/;

/**
 * Gives the many ways to type a sign one form, so that only the digits remain to be understood.
 *
 * @param {string} text
 */
export function plain(text) {
  return text
    .replace(/(10)([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, "$1^$2")
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\*\*/g, "^")
    .replace(/[×·⋅*]/g, "x")
    .replace(/\s*\^\s*/g, "^")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Reads the number at the beginning of a text.
 *
 * @param {string} text
 * @param {string} lang
 * @returns {{ value: number, rest: string } | null} the number and what follows it
 */
export function readNumber(text, lang) {
  const tidy = plain(text);
  const over = /^([^/]*\d) ?\/ ?(\d.*)$/.exec(tidy);
  if (!over) return readDecimal(tidy, lang);
  const top = readDecimal(over[1], lang);
  const bottom = readDecimal(over[2], lang);
  if (!top || top.rest || !bottom) return readDecimal(tidy, lang);
  return finite(top.value / bottom.value, bottom.rest);
}

/**
 * @param {string} tidy
 * @param {string} lang
 */
function readDecimal(tidy, lang) {
  const found = LEAD.exec(tidy.replace(/^([+-]?)(?=10\^)/, (sign) => `${sign}1x`));
  if (!found) return null;
  const [, sign, mantissa, power, exponent, rest] = found;
  const digits = ungroup(mantissa, lang);
  if (digits === null) return null;
  return finite(Number(`${sign}${digits}e${power ?? exponent ?? 0}`), rest);
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
 * @param {string} lang
 * @returns {string | null} null when the separators make no sense
 */
function ungroup(text, lang) {
  const marks = text.replace(/\d/g, "");
  const cut = isDecimal(text, marks, lang) ? text.lastIndexOf(marks.slice(-1)) : text.length;
  const whole = text.slice(0, cut);
  if (/\D/.test(whole) && !GROUPED.test(whole)) return null;
  return `${whole.replace(/\D/g, "") || 0}.${text.slice(cut + 1) || 0}`;
}

/**
 * Whether the last separator of a number is its decimal one.
 *
 * @param {string} text
 * @param {string} marks the separators in `text`
 * @param {string} lang
 */
function isDecimal(text, marks, lang) {
  const last = marks.slice(-1);
  if (last !== "." && last !== ",") return false;
  if (marks.split(last).length > 2) return false;
  if (marks.length > 1) return true;
  return !GROUPED.test(text) || last !== groupSeparator(lang);
}

/** @param {string} lang */
function groupSeparator(lang) {
  try {
    const parts = new Intl.NumberFormat(lang).formatToParts(1234567);
    return parts.find((part) => part.type === "group")?.value;
  } catch {
    return ",";
  }
}
