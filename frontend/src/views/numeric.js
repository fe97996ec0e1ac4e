/** @import { Numeric, Tools, View } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { mark } from "../marks.js";
import { either, language, words } from "../words.js";
import { field } from "./field.js";

/**
 * @param {Numeric} question
 * @param {Tools} tools
 * @returns {View}
 */
export function numeric(question, { source, changed }) {
  const { unit, units = {}, min, max } = question;
  const input = field({ inputmode: "decimal", input: changed });
  const row = h(
    "div",
    { class: "sc-row" },
    h(
      "label",
      { class: "sc-number" },
      words("your-answer"),
      " ",
      h("span", { class: "sc-measure" }, input, ` ${unit ?? ""}`),
    ),
  );
  const names = [...(unit ? [unit] : []), ...Object.keys(units)];

  return {
    nodes: [row],
    how: names.length > 1 ? words("units", { units: either(names) }) : undefined,
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
      if (message === "unknown-unit" && names.length) {
        return words("unknown-unit-here", { units: either(names) });
      }
      if (message !== "out-of-range") return words(message);
      const range = { min: said(min), max: said(max) };
      return words(max == null ? "below-range" : min == null ? "above-range" : message, range);
    },
  };

  /** @param {number} [bound] */
  function said(bound = 0) {
    const number = bound.toLocaleString(language(), { maximumSignificantDigits: 15 });
    return `${number} ${unit ?? ""}`.trim();
  }
}
