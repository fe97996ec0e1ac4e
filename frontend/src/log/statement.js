/** Writes an attempt as an xAPI 1.0.3 statement (IEEE 9274.1.1); docs/xapi.md is the profile. */
/** @import { Activity, Source, State, Statement } from "../types.d.ts" */
import { textOf } from "../dom.js";
import { beginning } from "../prompt.js";
import { types } from "../registry.js";
import { actor } from "../store/browser.js";
import { current } from "../variants.js";
import { PROFILE, VERSION, activityId, extensions } from "./names.js";

/**
 * @typedef {object} Circumstances
 * @property {string} id of the statement
 * @property {string} course
 * @property {string} host
 * @property {string} lang of the texts
 * @property {Record<string, string>} verb by the language that is spoken
 * @property {string} [sitting]
 * @property {number} seconds since the question was begun
 * @property {number} at milliseconds since 1970
 */

/**
 * @param {Source} source
 * @param {State} state checked
 * @param {Circumstances} circumstances
 * @returns {Statement}
 */
export function statement(source, state, { id, course, host, lang, verb, sitting, seconds, at }) {
  const question = current(source.question, state.variant);
  const { xapi, decides } = types[question.type];
  const result = /** @type {import("../types.d.ts").Score} */ (state.result);
  const [bank, ...path] = source.id.split("/");
  const said = (/** @type {string} */ text) => ({ [lang]: text });
  const list = (/** @type {Record<string, Element>} */ parts) =>
    Object.entries(parts).map(([name, part]) => ({ id: name, description: said(textOf(part)) }));
  const inBank = activity(activityId("bank", course, bank), "assessment");
  const caseOf = path.length > 1 && activity(activityId("question", course, `${bank}/${path[0]}`), "question");
  const steps = Object.entries(source.menus);

  return {
    id,
    actor: {
      objectType: "Agent",
      account: { homePage: "https://selfcheck.invalid/learner", name: actor() },
    },
    verb: { id: "http://adlnet.gov/expapi/verbs/answered", display: verb },
    object: {
      objectType: "Activity",
      id: activityId("question", course, source.id),
      definition: {
        type: "http://adlnet.gov/expapi/activities/cmi.interaction",
        name: said(beginning(source.prompt)),
        description: said(textOf(source.prompt)),
        interactionType: xapi.interaction,
        correctResponsesPattern: xapi.pattern(question),
        ...(xapi.choices && { [xapi.choices]: list(source.choices) }),
        ...(xapi.rights && { [xapi.rights]: list(source.rights) }),
        ...(xapi.interaction === "performance" && {
          steps: steps.map(([name, menu]) => ({ id: name, description: said(Object.values(menu).join(" / ") || name) })),
        }),
        extensions: extensions({
          type: question.type,
          fingerprint: question.fp,
          key: decides(question),
          menus: steps.some(([, menu]) => Object.keys(menu).length) ? source.menus : null,
        }),
      },
    },
    result: {
      score: { scaled: result.score },
      success: result.score === 1,
      completion: true,
      response: xapi.write(state.response, question, result),
      duration: `PT${Math.max(0, seconds || 0).toFixed(2)}S`,
      extensions: extensions({ response: state.response, misconception: result.near }),
    },
    context: {
      platform: host,
      language: lang,
      contextActivities: {
        parent: [caseOf || inBank],
        grouping: [activity(activityId("course", course), "course"), ...(caseOf ? [inBank] : [])],
        category: [activity(PROFILE, "profile")],
      },
      extensions: extensions({
        version: VERSION,
        course,
        bank,
        tries: state.tries,
        hints: state.hints,
        variant: state.variant,
        confidence: state.confidence,
        sitting,
      }),
    },
    timestamp: new Date(at).toISOString(),
  };
}

/**
 * @param {string} id
 * @param {string} type one of ADL's activity types
 * @returns {Activity}
 */
function activity(id, type) {
  return { objectType: "Activity", id, definition: { type: `http://adlnet.gov/expapi/activities/${type}` } };
}
