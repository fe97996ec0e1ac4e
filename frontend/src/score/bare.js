/**
 * What of a typed text is compared: letters, digits, and the signs that tell two answers apart.
 * src/selfcheck/types/bare.py does the same; tests/tables/compared.yaml holds both to it.
 */
/** @import { Accepted } from "../types.d.ts" */
import { asciiDigits } from "./digits.js";

/** Private-use signs: a decimal point, a minus, what parts a whole from a fraction, a list's comma. */
const [POINT, MINUS, AND, LIST] = ["\ue000", "\ue001", "\ue002", "\ue003"];

/** Nobody sees them, or they belong to a name and not to the answer. */
const UNSEEN = /[\p{Cf}\p{DI}©®™℠]/gu;

/** Signs with one meaning get one form. Before the letters are taken apart: @type {[RegExp, string][]} */
const RAISED = [
  [/([0-9]) ?(?=[¼-¾⅐-⅞↉]|[¹²³⁴-⁹]+⁄)/g, `$1${AND}`],
  [/(?<![₀-₉])[⁺⁻]?[⁰¹²³⁴-⁹]+(?![⁰¹²³⁴-⁹⁄])/g, "^$&"],
  [/[`´]/g, "'"],
  [/[º˚]/g, "°"],
];
/** And after that. @type {[RegExp, string][]} */
const ALIKE = [
  [/[\s\p{Cc}]+/gu, " "],
  [/[\p{Pd}−˗⁃➖]/gu, "-"],
  [/[’‘ʼ′]/g, "'"],
  [/[\p{Pi}\p{Pf}„‚]/gu, "\u201d"],
  [/<-+>|<=>|[⟷⇔⟺]/g, "↔"],
  [/(?<!-)-+>|=>|[⟶⇒⟹]/g, "→"],
  [/:=/g, "≔"],
  [/[≦⩽]|<=/g, "≤"],
  [/[≧⩾]|>=/g, "≥"],
  [/=\u0338|!=/g, "≠"],
  [/\+\/?-/g, "±"],
  [/[÷∕⁄]/g, "/"],
  [/([^ ([{,;*]) ?\*\* ?(?=[^ )\]},;*])/g, "$1^"],
  [/ ?\^ ?(?:[({]([+-]?[0-9]+[+-]?|[+-])[)}])?/g, "^$1"],
  [/ ?[*×✕✖⨯∗] ?/g, "*"],
  [/ ?[·⋅∙] ?/g, "·"],
  [/(?<!\p{L})(\p{L})\*(?=\p{L}(?!\p{L}))/gu, "$1·"],
  [/∶/g, ":"],
  [/∼/g, "~"],
  [/♯/g, "#"],
  [/➕/g, "+"],
  [/٪/g, "%"],
  [/٫/g, "."],
  [/٬/g, ","],
  [/(?<![^ <>=≤≥≈~±+*/([{,;-])\.(?=[0-9])/g, "0."],
  [/([0-9]) (?=[0-9]+\/[0-9])/g, `$1${AND}`],
  [/([0-9]) ?[xX] ?(?=[0-9])/g, "$1*"],
];
/** Of pairs and sets that are written without spaces: "[0,1)", "{1,2}"; not of a number in a text. */
const ITEM = "(?:[0-9.+*/^√-]+|[+-]?∞|\\p{L})";
const TIGHT = new RegExp(`(?!(?<=\\p{L}{2} )\\([^\\]}]*\\))[([{] ?${ITEM}(?:,${ITEM})+ ?[)\\]}]`, "gu");
/** What belongs to a number. */
const THOUSANDS = /(?<![0-9])([0-9]+)[.,' ](?=[0-9]{3}(?![0-9]))/g;
/** @type {[RegExp, string][]} */
const NUMBERS = [
  [/(?<=[0-9]) ?; ?(?=[0-9-])|(?<=[0-9]), (?=[0-9-])|(?<=[0-9]),(?=-[0-9])/g, LIST],
  [/(?<=∞) ?[,;] ?|(?<=[0-9]) ?[,;] ?(?=[+-]?∞)/g, LIST],
  [/(?<=[0-9])[.,](?=[0-9])/g, POINT],
];
const SERIES = /(?<![0-9])[0-9]+(?:,[0-9]+){2,}/g;

/** In other scripts such marks are vowels, without which it is another word. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;

/**
 * The shape of a text has one sign for each of its letters and signs: `a` in a word, `x` alone, `0`
 * a digit, `s` a sign that counts wherever it stands, `_` one that never does.
 *
 * @type {[RegExp, string][]}
 */
const SHAPES = [
  [/^[\p{L}\p{M}]/u, "a"],
  [/^\p{N}/u, "0"],
  [/^[ :'!^·-]$/, ""],
  [/^\ue003/, ","],
  [/^[,;]/, ";"],
  [/^\p{Ps}/u, "("],
  [/^\p{Pe}/u, ")"],
  [/^[\p{Sm}\p{Sc}\p{So}@#%&*/\\_§¶†‡‰‱\ue000\ue002]/u, "s"],
];
/** Of signs that count: hyphens that join words, and what a reader needs only where it is printed. */
const FREE = new RegExp(
  [
    "(?<=a)-+(?=[a0x])|(?<=[a0x])-+(?=a)|(?<=a )-+(?= [ax])|(?<=[ax0] )-+(?= a)",
    "(?<=[ax])\\^(?=[0s-])|\\^(?=0+[s-] )",
    "(?<=[ax])·(?=[ax])",
  ].join("|"),
  "g",
);
/** Of signs that do not: ratios, primes, factorials, "not", brackets of a formula. */
const TELLING = new RegExp(
  [
    "(?<=[0x]):(?=[0x])|(?<=0 ):(?= ?0)|(?<=0):(?= 0)",
    "(?:(?<=0)|(?<=[^']x))'+(?![ax])|(?<=0 )'+(?= )",
    "(?<=[0x])\\)(?=!)|(?<=[0)])!+|(?<=^ x)!+|(?<=[s0-]x)!+",
    "(?<=[ (s-])!+(?=[ax0(])|(?<=[ (s-]!)\\(",
    "(?<=^ |[(s-] )!+(?= [ax0(])|(?<=^ ! )\\(",
    "(?<=[0xs)^·-])\\((?!s+\\)|-\\))|(?<=[s-] )\\(|\\)(?=[0xs(^·-])|\\)(?= [s-])",
  ].join("|"),
  "g",
);
/** The same of a formula with a space before them; in a text such a sign belongs to the sentence. */
const SPACED = /(?<=[0x)] )(?:!+|\((?!s|-\)))|(?<=[(s-]! )\(/g;
/** And those of an interval, a pair or a set, with what parts its members. */
const MEMBERS = /\([^()a]*[,;][^()a]*\)/g;

/**
 * @param {string} text
 * @param {Accepted} accepted
 * @returns {string} what is compared
 */
export function bare(text, accepted) {
  let form = folded(text);
  // As capitals have them: STRASSE, and one sigma wherever it stands.
  if (!accepted.case) form = form.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  if (!accepted.accents) form = form.replace(ACCENTS, "");
  if (accepted.punctuation) return written(form.replace(/ /g, "").replace(/\u201d/g, '"'));
  const signs = [" ", ...(unquoted(form).match(/\P{M}\p{M}*|\p{M}+/gu) ?? []), " "];
  const shape = shapeOf(signs);
  const counts = accepted.punctuation === false ? onlyNumbers(shape, signs) : telling(shape, signs);
  return written(signs.filter((_, n) => counts[n]).join("")).replace(/[,;]/g, LIST);
}

/** @param {string} form */
const written = (form) => form.replace(/-/g, MINUS).replace(/·/g, "*");

/** @param {string} text */
function folded(text) {
  const seen = asciiDigits(text.replace(UNSEEN, ""));
  const form = all(RAISED, seen).normalize("NFKD");
  const parted = all(ALIKE, form)
    .trim()
    .replace(TIGHT, (found) => found.replace(/,/g, LIST))
    .replace(THOUSANDS, (found, digits) => (digits === "0" ? found : digits))
    .replace(SERIES, (found) => found.replace(/,/g, LIST));
  return all(NUMBERS, parted);
}

/**
 * Takes quotation marks from around a text; one double mark after a digit is that of inches.
 *
 * @param {string} form
 */
function unquoted(form) {
  const inside = /^(["'\u201d])(.*)\1$/.exec(form)?.[2] ?? form;
  return inside.split('"').length === 2 ? inside.replace(/(?<=[0-9])"/, "''") : inside;
}

/**
 * @param {[RegExp, string][]} table
 * @param {string} text
 */
const all = (table, text) => table.reduce((form, [sign, to]) => form.replace(sign, to), text);

/** @param {string[]} signs */
function shapeOf(signs) {
  const shape = signs.map((sign) => {
    const found = SHAPES.find(([kind]) => kind.test(sign));
    return found ? found[1] || sign : "_";
  });
  return shape.join("").replace(/(?<!a)a(?!a)/g, "x");
}

/**
 * @param {string} shape
 * @param {string[]} signs
 * @returns {boolean[]} of each sign whether it counts
 */
function telling(shape, signs) {
  const counts = signs.map((sign, n) => "ax0s,^·-".includes(shape[n]) || "{}".includes(sign));
  for (const { 0: found, index } of shape.matchAll(FREE)) counts.fill(false, index, index + found.length);
  for (const pattern of shape.includes("a") ? [TELLING] : [TELLING, SPACED]) {
    for (const { 0: found, index } of shape.matchAll(pattern)) counts.fill(true, index, index + found.length);
  }
  for (const { 0: found, index } of shape.matchAll(MEMBERS)) {
    const last = index + found.length - 1;
    // After a word round brackets are those of prose.
    if (shape.slice(0, index).endsWith("a ") && signs[index] + signs[last] === "()") continue;
    for (let n = index; n <= last; n += 1) counts[n] ||= n === index || n === last || shape[n] === ";";
  }
  return counts;
}

/**
 * @param {string} shape
 * @param {string[]} signs
 * @returns {boolean[]} the same where only numbers have signs: their decimal point and a minus before
 */
function onlyNumbers(shape, signs) {
  const counts = [...shape].map((kind, n) => "ax0".includes(kind) || signs[n] === POINT);
  for (const { index } of shape.matchAll(/(?<= )-(?=0)/g)) counts[index] = true;
  return counts;
}
