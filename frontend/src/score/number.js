/**
 * Reads numbers as people type and paste them: "1,298,897", "1 298 897", "0,008", "2e6", "2 × 10⁶",
 * "1/12000", "1½", "٥".
 */
import { asciiDigits } from "./digits.js";

/** A sign, digits with their separators, a power of ten, and what follows. */
const LEAD =
  /^([+-]?) ?([.,٫]?\d(?:[\d.,٫' ]*\d)?)(?:(?: ?[xх] ?10(?:\^|(?=[+-]))| ?e ?)([+-]?\d+))? ?(.*)$/i;

/** Groups with one and the same separator; the last of three digits, others of two in India. */
const GROUPED = /^[1-9]\d{0,2}([.,' ])(\d{2,3}\1)*\d{3}$/;

/** A whole and a fraction that is less than one. */
const MIXED = /^([+-]?) ?(\d+) (\d+) ?\/ ?(\d+)(?![\d.,'^])(.*)$/;
const OVER = /^([^/]*\d) ?\/ ?(\d.*)$/;

/**
 * Gives the many ways to type a sign one form, so that only the digits remain to be understood.
 *
 * @param {string} text
 */
export function plain(text) {
  // Marks that nobody sees come along when a number is pasted.
  return asciiDigits(text.replace(/[\p{Cf}\p{DI}]/gu, ""))
    .replace(/[¼-¾⅐-⅞↉]|[¹²³⁴-⁹]+⁄/g, " $&")
    .replace(/(?<=\d)(?=[⁺⁻]?[⁰¹²³⁴-⁹])/g, "^")
    .replace(/(?<=\d)(?=[₀-₉])/g, "_")
    .replace(/[º˚]/g, "°")
    .replace(/´/g, "'")
    .normalize("NFKC")
    .replace(/[\p{Pd}−˗⁃➖ー]/gu, "-")
    .replace(/[‘’ʼ′`٬]/g, "'")
    .replace(/[⁄∕÷]/g, "/")
    .replace(/٪|per ?cent\b|prozent\b|por ciento\b/gi, "%")
    .replace(/،/g, ",")
    .replace(/[\s\p{Cc}]+/gu, " ")
    // "10^½" is a root, and no half of ten: where its space stays, no power is read.
    .replace(/ ?(\^|\*\*)(?! \d+\/) ?([({]([+-]?\d+)[)}])?/g, "^$3")
    .replace(/[×⋅∙•*∗✕✖]/g, "·")
    .replace(/(?<!\p{L} ?)·|·(?! ?\p{L})/gu, "x")
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
  const [, sign, whole, part, parts, after = ""] = MIXED.exec(tidy) ?? [];
  if (Number(part) < Number(parts)) {
    return finite(Number(`${sign}1`) * (Number(whole) + Number(part) / Number(parts)), after.trim());
  }
  const [, above, below] = OVER.exec(tidy) ?? [];
  const top = above ? readDecimal(above, lang, other) : null;
  const bottom = top && !top.rest ? readDecimal(below, lang, other) : null;
  return top && bottom ? finite(top.value / bottom.value, bottom.rest) : readDecimal(tidy, lang, other);
}

/**
 * @param {string} tidy
 * @param {string} lang
 * @param {boolean} other
 */
function readDecimal(tidy, lang, other) {
  const found = LEAD.exec(tidy.replace(/(?<=^[+-]?)(?=10\^[+-]?\d)/, "1x"));
  if (!found) return null;
  const [, sign, mantissa, power, rest] = found;
  // Before a power of ten nobody parts thousands.
  const digits = ungroup(mantissa, power ? null : groupSeparator(lang), other);
  if (digits === null) return null;
  return finite(Number(`${sign}${digits}e${power ?? 0}`), rest);
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
  const [, before, mark, after] = /^(.*)([.,٫])(\d*)$/.exec(text) ?? [];
  const alone = group && !/\D/.test(before) && GROUPED.test(text);
  const decimal = mark && !before.includes(mark) && (!alone || (mark !== group) !== other);
  const whole = decimal ? before : text;
  if (/\D/.test(whole) && !GROUPED.test(whole)) return null;
  return `${whole.replace(/\D/g, "") || 0}.${(decimal && after) || 0}`;
}

/** @param {string} lang */
function groupSeparator(lang) {
  try {
    return /\D/.exec(asciiDigits((1234567).toLocaleString(lang)))?.[0] ?? ",";
  } catch {
    return ",";
  }
}
