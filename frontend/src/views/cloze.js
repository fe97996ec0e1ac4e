/** A text with a field or a menu in each gap. */
/** @import { Cloze, Tools, View } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { mark } from "../marks.js";
import { words } from "../words.js";
import { field } from "./field.js";

/**
 * @param {Cloze} question
 * @param {Tools} tools
 * @returns {View}
 */
export function cloze({ key }, { source, changed }) {
  const total = source.gaps.length;
  const gaps = source.gaps.map((menu, index) => {
    const name = { "aria-label": words("gap", { n: index + 1, total }) };
    if (!menu.length) return field({ ...name, input: changed });
    const offered = menu.map((text, n) => h("option", { value: String(n) }, text));
    return h(
      "select",
      { ...name, change: changed },
      h("option", { value: "" }, words("choose")),
      ...offered,
    );
  });
  const text = h("div", { class: "sc-text" }, ...copies(source.text));
  text.querySelectorAll(".sc-gap").forEach((gap, index) => gap.replaceWith(gaps[index]));
  const rows = gaps.map(() => h("div", { class: "sc-row" }));
  const value = (/** @type {number} */ index) => {
    const typed = gaps[index].value;
    if (!typed.trim()) return null;
    return source.gaps[index].length ? Number(typed) : typed;
  };

  return {
    nodes: [text, ...rows],
    read() {
      const filled = gaps.map((_, index) => value(index));
      return filled.some((each) => each !== null) ? filled : null;
    },
    write(response) {
      const filled = Array.isArray(response) ? response : [];
      gaps.forEach((gap, index) => (gap.value = String(filled[index] ?? "")));
    },
    first: () => gaps.find((_, index) => value(index) === null) ?? gaps[0],
    mark({ parts, spelled }) {
      rows.forEach((row, index) => {
        const right = parts[index];
        const kind = right ? "right" : "wrong";
        const known = key[index].key;
        const form = typeof known === "number" ? source.gaps[index][known] : known[0];
        const as = spelled?.[index];
        const said = as ? "gap-spelled" : right ? "gap-right" : "gap-wrong";
        gaps[index].dataset.mark = kind;
        mark(
          row,
          kind,
          [words(said, { n: index + 1, form: as ?? form })],
          copies(source.feedback[index] ?? null),
        );
      });
    },
    keep: ({ parts }, response) =>
      /** @type {any[]} */ (response).map((each, index) => (parts[index] ? each : null)),
  };
}
