/** @import { Cloze, Scorer } from "../types.d.ts" */
import { isIndex } from "./indices.js";
import { share, unanswered } from "./result.js";
import { bare, formOf } from "./text.js";

/** @type {Scorer<Cloze>} */
export function cloze({ key: gaps, menus }, response) {
  if (response == null) return unanswered("gap-missing");
  if (!Array.isArray(response) || response.length !== gaps.length) return unanswered("invalid");
  const filled = [...response];
  const fits = filled.every((value, n) =>
    value === null ? true : menus[n] ? isIndex(value, menus[n]) : typeof value === "string",
  );
  if (!fits) return unanswered("invalid");
  const empty = filled.some((value, n) => value === null || (!menus[n] && !bare(value, gaps[n])));
  if (empty) return unanswered("gap-missing");
  const forms = gaps.map((gap, n) =>
    typeof gap.key === "number"
      ? { index: 0, mistakes: Number(filled[n] !== gap.key) * Infinity || 0 }
      : formOf(filled[n], gap.key, gap, gap.spelling),
  );
  const result = share(forms.map((form) => !!form && form.mistakes < Infinity));
  const spelled = forms.map((form, n) => {
    const { key } = gaps[n];
    return form?.mistakes && typeof key !== "number" ? key[form.index] : null;
  });
  return spelled.some(Boolean) ? { ...result, spelled } : result;
}
