/** @import { Numeric, Tools, View } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { mark } from "../marks.js";
import { plain } from "../score/number.js";
import { LONGEST, inTheWay, unitsOf } from "../score/numeric.js";
import { language, words } from "../words.js";
import { written } from "../written.js";
import { field } from "./field.js";

/** What lies between can be typed with digits and a decimal separator alone. */
const [LEAST, MOST] = [1e-4, 1e7];
/** What follows a number and is no unit: "²", "x 5", "-6". */
const SUM = /^(x|\P{L})? ?\p{N}/u;

/**
 * @param {Numeric} question
 * @param {Tools} tools
 * @returns {View}
 */
export function numeric(question, { source, changed }) {
  const { unit, min, max } = question;
  const names = Object.keys(unitsOf(question));
  // Not by `Intl.ListFormat`: it takes a browser 15 ms to load, a phone four times as long.
  const either = names.join(words("or"));
  // The keypad of a phone has digits and a separator: neither a sign, nor letters, nor powers.
  const keypad = names.length < 2 && (min ?? 0) >= 0 && numbersOf(question).every(isShort);
  const input = field({
    dir: "ltr",
    maxlength: `${LONGEST}`,
    ...(keypad && { inputmode: "decimal" }),
    input: changed,
  });
  const row = h(
    "div",
    { class: "sc-row" },
    h(
      "label",
      { class: "sc-number" },
      words("your-answer"),
      " ",
      h("bdi", { class: "sc-measure" }, input, ` ${unit ?? ""}`),
    ),
  );

  return {
    nodes: [row],
    how: names.length > 1 ? words("units", { units: either }) : undefined,
    read: () => (input.value.trim() ? input.value : null),
    write: (response) => void (input.value = String(response ?? "")),
    first: () => input,
    mark({ score, near }) {
      if (score) {
        mark(row, "right", [words("your-right-answer")], copies(source.right));
        return;
      }
      const why = source.feedback[near ?? ""];
      mark(row, "wrong", [words("your-wrong-answer")], copies(why, ".sc-near"));
      mark(row, "missed", [words("right-answer-is"), ...copies(source.key)], []);
    },
    missing(message) {
      if (message === "ambiguous") {
        const [, before, sign, after] = /([\d']+)([.,](?=\d{3})|\/)(\d+)/.exec(plain(input.value)) ?? [];
        const [point, other, end] = sign === "/" ? [".", "÷", ""] : ["", sign, "0"];
        return words(message, { whole: before + point + after, part: before + other + after + end });
      }
      if (message === "out-of-range") {
        const range = { min: said(min), max: said(max) };
        return words(max == null ? "below-range" : min == null ? "above-range" : message, range);
      }
      const what = inTheWay(input.value);
      if (message === "unknown-unit" && names.length && !SUM.test(what)) {
        return words("unknown-unit-here", { units: either });
      }
      return what ? words("in-the-way", { what }) : words(message);
    },
  };

  /** @param {number} [bound] */
  function said(bound = 0) {
    return `${written(bound, language())} ${unit ?? ""}`.trim();
  }
}

/**
 * @param {Numeric} question
 * @returns {number[]} all that a learner may want to type: right and well-known wrong, of each variant
 */
const numbersOf = (question) =>
  (question.variants ?? [question]).flatMap(({ key, near = [] }) => [key, ...near.map(([, wrong]) => wrong)]);

/** @param {number} value */
const isShort = (value) => !value || (value >= LEAST && value < MOST);
