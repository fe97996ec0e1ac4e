/** @import { Cloze, Gap, Response, Score, Scorer } from "../types.d.ts" */
import { bare } from "./bare.js";
import { entriesOf } from "./ids.js";
import { share, unanswered } from "./result.js";
import { LONGEST, decidesForms, formOf } from "./text.js";

/** @type {Scorer<Cloze>} */
export function cloze({ ids, gaps }, response) {
  if (response == null) return unanswered("gap-missing");
  const given = entriesOf(response);
  if (!given || ![...given].every(([gap, value]) => fits(gaps[ids.indexOf(gap)], value))) {
    return unanswered("invalid");
  }
  const filled = ids.map((gap) => /** @type {string | undefined} */ (given.get(gap)));
  if (filled.some((value, n) => !value || (!gaps[n].ids && !bare(value, gaps[n])))) {
    return unanswered("gap-missing");
  }
  const forms = filled.map((value = "", n) => {
    const { ids: menu, key, spelling } = gaps[n];
    if (menu) return value === key ? { index: 0, mistakes: 0 } : null;
    return formOf(value, /** @type {string[]} */ (key), gaps[n], spelling);
  });
  const result = share(forms.map(Boolean));
  const spelled = forms.map((form, n) => (form?.mistakes ? gaps[n].key[form.index] : null));
  return spelled.some(Boolean) ? { ...result, spelled } : result;
}

/**
 * @param {Gap | undefined} gap
 * @param {unknown} value
 */
function fits(gap, value) {
  return !!gap && typeof value === "string" && (gap.ids ? gap.ids.includes(value) : value.length <= LONGEST);
}

/**
 * @param {Cloze} question
 * @param {Record<string, string>} response
 * @param {Score} result
 * @returns {Response} the right gaps
 */
export function keepGaps({ ids }, response, { parts }) {
  return Object.fromEntries(Object.entries(response).filter(([gap]) => parts[ids.indexOf(gap)]));
}

/** @param {Cloze} question */
export const gapKeys = ({ ids, gaps }) =>
  Object.fromEntries(
    ids.map((id, n) => /** @type {const} */ ([id, gaps[n].ids ? gaps[n].key : decidesForms(/** @type {any} */ (gaps[n]))])).sort(),
  );

/**
 * @param {Cloze} question
 * @param {unknown} response
 * @returns {Response} what there is of it
 */
export function salvageGaps({ ids, gaps }, response) {
  const known = [...(entriesOf(response) ?? [])].filter(([gap, value]) => fits(gaps[ids.indexOf(gap)], value));
  return known.length ? /** @type {Record<string, string>} */ (Object.fromEntries(known)) : null;
}
