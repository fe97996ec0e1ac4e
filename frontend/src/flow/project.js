/** What a question shows: it follows from the log of attempts and the draft in hand. */
/** @import { Attempt, Draft, Question, Response, Score, State } from "../types.d.ts" */
import { isLevel } from "../confidence.js";
import { count } from "../log/attempt.js";
import { types } from "../registry.js";
import { score } from "../score.js";
import { current, variantsOf } from "../variants.js";

/**
 * @param {Question} question
 * @param {string} [variant] the one to ask
 * @returns {State} that of a question nobody has touched
 */
export function fresh(question, variant) {
  const known = variantsOf(question);
  /** @type {State} */
  const state = {
    response: null,
    checked: false,
    result: null,
    hints: 0,
    tries: 0,
    after: null,
    restarted: false,
    stale: false,
    message: null,
  };
  return known.length ? { ...state, variant: variant && known.includes(variant) ? variant : known[0] } : state;
}

/**
 * @param {Question} question as it is now
 * @param {Attempt[]} log its attempts, the oldest first
 * @param {any} saved its draft, which may be anything
 * @param {string} lang
 * @returns {State}
 */
export function project(question, log, saved, lang) {
  const last = log.at(-1);
  const after = last?.id ?? null;
  // A draft that was begun before the latest check is done with: the newest check wins.
  const draft = saved?.v === 1 && (saved.after ?? null) === after ? /** @type {Draft} */ (saved) : null;
  const run = draft?.restarted === true ? [] : log.slice(Math.max(0, log.findLastIndex(({ tries }) => tries <= 1)));
  const held = run.flatMap((attempt) => {
    const result = regrade(question, attempt, lang);
    return result ? [{ attempt, result }] : [];
  });
  const latest = held.at(-1);
  const stands = latest && latest.attempt === last;
  const sure = held.findLast(({ attempt }) => attempt.confidence)?.attempt;
  const known = {
    after,
    tries: stands ? count(last?.tries) : 0,
    ...(stands && sure?.confidence && { judged: /** @type {State["judged"]} */ ([sure.confidence, sure.score]) }),
  };
  if (draft) return { ...ofDraft(question, draft), ...known, restarted: draft.restarted === true };
  if (!last || !stands) return { ...fresh(question), ...known, stale: !!last };
  return {
    ...fresh(question, last.variant),
    ...known,
    response: /** @type {Response} */ (last.response),
    checked: true,
    result: latest.result,
    hints: last.hints,
    ...(last.confidence && { confidence: last.confidence }),
  };
}

/**
 * @param {Question} question
 * @param {Draft} draft
 * @returns {State}
 */
function ofDraft(question, { type, response, hints, variant, confidence }) {
  const state = fresh(question, variant);
  const same = type === question.type && state.variant === (typeof variant === "string" ? variant : undefined);
  state.response = same ? salvaged(question, response ?? null) : null;
  state.stale = JSON.stringify(state.response) !== JSON.stringify(response ?? null);
  state.hints = count(hints);
  if (isLevel(confidence)) state.confidence = confidence;
  return state;
}

/**
 * @param {Question} question
 * @param {unknown} response may be anything
 * @returns {Response} what there still is of it
 */
function salvaged(question, response) {
  const { salvage } = types[question.type];
  try {
    if (salvage) return salvage(question, response);
    return score(question, response).message === "invalid" ? null : /** @type {Response} */ (response);
  } catch {
    // A type from elsewhere may not know what to make of it.
    return null;
  }
}

/**
 * Grades an attempt by the question as it is now.
 *
 * @param {Question} asked
 * @param {Attempt} attempt
 * @param {string} lang
 * @returns {Score | null} null when it was given to another question: what decides the score has
 *   changed since, or what was chosen is no longer there
 */
function regrade(asked, { type, response, key, score: before, variant }, lang) {
  if (type !== asked.type) return null;
  if (variant ? !variantsOf(asked).includes(variant) : variantsOf(asked).length) return null;
  const question = current(asked, variant);
  const { decides, restrict } = types[question.type];
  try {
    const then = restrict ? restrict(question, key) : question;
    if (JSON.stringify(decides(then)) !== JSON.stringify(key)) return null;
    const result = score(then, response, lang);
    // A response may be read otherwise by now though nothing that decides has changed: "1,234" in a
    // bank that is in another language since. Whoever gave it meant what was graded then.
    return result.unanswered || result.score !== before ? null : widened(result, then, question);
  } catch {
    // A stored key may be anything.
    return null;
  }
}

/**
 * @param {Score} result
 * @param {any} then
 * @param {any} now
 * @returns {Score} *result* with nothing for what has been added
 */
function widened(result, then, now) {
  if (then === now || then.ids.length === now.ids.length) return result;
  const at = (/** @type {string} */ id) => then.ids.indexOf(id);
  const over = (/** @type {any[]} */ list) => now.ids.map((/** @type {string} */ id) => list[at(id)] ?? null);
  return { ...result, parts: over(result.parts), ...(result.spelled && { spelled: over(result.spelled) }) };
}
