/** What is kept of a question, and how much of that still holds. */
/** @import { Score, Source, State } from "./types.d.ts" */
import { isLevel } from "./confidence.js";
import { score } from "./score.js";
import { countOf, current } from "./variants.js";

/**
 * @param {Source["question"]} question
 * @param {number} [variant] the one to ask
 * @returns {State} that of a question nobody has touched
 */
export function fresh(question, variant = 0) {
  const state = { hash: question.hash, response: null, checked: false, hints: 0, tries: 0 };
  return countOf(question) ? { ...state, variant: variant % countOf(question) } : state;
}

/**
 * Takes from a saved state, which may be anything, what fits the question as it is now.
 *
 * @param {any} saved
 * @param {Source} source
 * @param {string} lang
 * @returns {{ state: State, result: Score }}
 */
export function restored(saved, { question, hints }, lang) {
  const known = saved?.hash === question.hash;
  const variant = Number.isInteger(saved?.variant) && saved.variant > 0 ? saved.variant : 0;
  const state = fresh(question, known ? variant : 0);
  const result = score(current(question, state.variant), saved?.response, lang);
  if (!known) return { state, result };
  if (result.message !== "invalid") state.response = saved.response;
  state.checked = Boolean(saved.checked) && !result.unanswered;
  state.hints = Math.min(Math.max(Number(saved.hints) || 0, 0), hints.length);
  state.tries = Number(saved.tries) || 0;
  const { confidence, judged } = saved;
  if (isLevel(confidence)) state.confidence = confidence;
  if (state.checked && state.confidence) state.judged = [state.confidence, result.score];
  else if (isLevel(judged?.[0])) state.judged = [judged[0], Number(judged[1])];
  return { state, result };
}
