/** Writes an attempt as an xAPI statement (IEEE 9274.1.1). */
/** @import { Score, Source, State, Statement } from "./types.d.ts" */
import { actor, uuid } from "./browser.js";
import { types } from "./registry.js";

/**
 * @param {Source} source
 * @param {State} state
 * @param {Score} result
 * @param {{ host: string, sitting?: string, seconds: number }} circumstances
 * @returns {Statement}
 */
export function statement(source, state, result, { host, sitting, seconds }) {
  const [interactionType, write] = types[source.question.type].interaction;
  return {
    id: uuid(),
    actor: {
      objectType: "Agent",
      account: { homePage: "https://selfcheck.invalid/learner", name: actor() },
    },
    verb: { id: "http://adlnet.gov/expapi/verbs/answered", display: { en: "answered" } },
    object: {
      objectType: "Activity",
      id: `urn:selfcheck:${source.id}`,
      definition: {
        type: "http://adlnet.gov/expapi/activities/cmi.interaction",
        interactionType,
        extensions: { "urn:selfcheck:hash": state.hash },
      },
    },
    result: {
      score: { scaled: result.score },
      success: result.score === 1,
      completion: true,
      response: write(state.response, result),
      duration: `PT${seconds.toFixed(2)}S`,
    },
    context: {
      platform: host,
      extensions: {
        "urn:selfcheck:bank": source.bank,
        "urn:selfcheck:tries": state.tries,
        "urn:selfcheck:hints": state.hints,
        ...(state.variant != null && { "urn:selfcheck:variant": state.variant }),
        ...(state.confidence && { "urn:selfcheck:confidence": state.confidence }),
        ...(sitting && { "urn:selfcheck:sitting": sitting }),
      },
    },
    timestamp: new Date().toISOString(),
  };
}

/**
 * How xAPI writes a response of several parts.
 *
 * @param {any} response
 */
export const listed = (response) => [response].flat().join("[,]");
