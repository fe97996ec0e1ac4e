/** A field for a word or a few. */
/** @import { ShortText, Tools, View } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { mark } from "../marks.js";
import { LONGEST } from "../score/text.js";
import { words } from "../words.js";
import { field } from "./field.js";

/**
 * @param {ShortText} _
 * @param {Tools} tools
 * @returns {View}
 */
export function shortText(_, { source, changed }) {
  const input = field({ dir: "auto", maxlength: `${LONGEST}`, input: changed });
  const row = h(
    "div",
    { class: "sc-row" },
    h("label", { class: "sc-written" }, words("your-answer"), " ", input),
  );
  return {
    nodes: [row],
    read: () => (input.value.trim() ? input.value : null),
    write: (response) => void (input.value = String(response ?? "")),
    first: () => input,
    mark({ score, near, spelled }) {
      if (score) {
        const form = spelled?.[0];
        const said = form ? words("spelled", { form }) : words("your-right-answer");
        mark(row, "right", [said], copies(source.right));
        return;
      }
      const why = source.feedback[near ?? ""];
      mark(row, "wrong", [words("your-wrong-answer")], copies(why, ".sc-near"));
      mark(row, "missed", [words("right-answer-is"), ...copies(source.key)], []);
    },
  };
}
