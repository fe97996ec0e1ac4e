/** The flow of one question: respond, check, hint, try again; a pure function of state and event. */
/** @import { Draft, Level, Question, Response, State } from "../types.d.ts" */
import { types } from "../registry.js";
import { score } from "../score.js";
import { current, variantsOf } from "../variants.js";
import { fresh } from "./project.js";

/**
 * @typedef {{ type: "respond", response: Response, confidence?: Level }
 *   | { type: "check", attempt: string }
 *   | { type: "hint" | "again" | "another" }
 *   | { type: "reset", forget: boolean }
 *   | { type: "take", response: string }} Event
 *   `check` has the id under which the attempt would be kept.
 */

/**
 * @param {State} state
 * @param {Event} event
 * @param {{ question: Question, lang: string, asksConfidence: boolean }} asked
 * @returns {State}
 */
export function step(state, event, { question, lang, asksConfidence }) {
  const now = { ...state, message: null, stale: false };
  switch (event.type) {
    case "respond":
      return state.checked ? state : { ...now, response: event.response, confidence: event.confidence };
    case "check":
      return state.checked ? state : check();
    case "hint":
      return { ...now, hints: state.hints + 1 };
    case "again":
      return state.checked ? again() : state;
    case "another": {
      const known = variantsOf(question);
      const next = known[(known.indexOf(state.variant ?? "") + 1) % known.length];
      return begun(next);
    }
    case "reset":
      // Whoever forgets starts with nothing; else the tries go on.
      return event.forget
        ? { ...fresh(question, state.variant), after: state.after, restarted: state.after !== null }
        : begun(state.variant);
    default:
      // A number from the learner's code: one that was graded stands.
      return state.response === event.response ? state : { ...now, response: event.response, checked: false, result: null };
  }

  /** @returns {State} */
  function check() {
    const result = score(current(question, state.variant), state.response, lang);
    if (result.message) return { ...now, message: result.message };
    if (asksConfidence && !state.confidence) return { ...now, message: "how-sure-first" };
    return {
      ...now,
      checked: true,
      result,
      tries: state.tries + 1,
      after: event.type === "check" ? event.attempt : null,
      restarted: false,
      ...(state.confidence && { judged: [state.confidence, result.score] }),
    };
  }

  /** @returns {State} */
  function again() {
    const { result, response } = state;
    const { keep } = types[question.type];
    const kept = result?.score === 1 || !result ? null : keep(current(question, state.variant), response, result);
    return { ...now, checked: false, result: null, response: kept, confidence: undefined };
  }

  /**
   * @param {string} [variant]
   * @returns {State}
   */
  function begun(variant) {
    const { tries, judged, after, restarted } = state;
    return { ...fresh(question, variant), tries, judged, after, restarted };
  }
}

/**
 * @param {State} state not checked
 * @param {string} type of the question
 * @param {number} at milliseconds since 1970
 * @returns {Draft} what is kept of it
 */
export function draftOf({ after, restarted, response, hints, variant, confidence }, type, at) {
  return { v: 1, at, after, ...(restarted && { restarted }), type, response, hints, variant, confidence };
}
