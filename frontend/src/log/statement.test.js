/** Statements of every type, seen by a validator that is not ours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { questions, right, variants, wrong } from "../../test-support/questions.js";
import { complaints } from "../../test-support/validate.js";
import { fresh, project } from "../flow/project.js";
import { step } from "../flow/step.js";
import "../types/index.js";
import { attempt } from "./attempt.js";
import { slotIn } from "./slot-in.js";
import { statement } from "./statement.js";

const element = (/** @type {string} */ textContent) => /** @type {any} */ ({ textContent });

/** @param {any} question */
function sourceOf(question, id = "moon/phases") {
  const texts = (/** @type {string[]} */ ids = []) => Object.fromEntries(ids.map((name) => [name, element(`Text of ${name}`)]));
  const menus = (question.gaps ?? []).map((/** @type {any} */ gap, /** @type {number} */ n) => [
    question.ids[n],
    Object.fromEntries((gap.ids ?? []).map((/** @type {string} */ entry) => [entry, `Text of ${entry}`])),
  ]);
  return /** @type {any} */ ({
    id,
    question,
    prompt: element("What is asked?"),
    choices: question.gaps ? {} : texts(question.ids),
    rights: texts(question.to),
    menus: Object.fromEntries(menus),
  });
}

/**
 * @param {any} question
 * @param {any} response
 * @param {object} [more]
 */
function said(question, response, more = {}, id = "moon/phases") {
  const asked = { question, lang: "en", asksConfidence: false };
  const given = step(fresh(question), { type: "respond", response, confidence: 2 }, asked);
  const state = step(given, { type: "check", attempt: "0b5d9c1e-8f5c-4e0e-9a4f-0d7c8f1f2a3b" }, asked);
  return statement(sourceOf(question, id), state, {
    id: "0b5d9c1e-8f5c-4e0e-9a4f-0d7c8f1f2a3b",
    course: "tides",
    host: "page",
    lang: "en",
    verb: { en: "answered" },
    seconds: 4.2,
    at: Date.UTC(2026, 10, 28),
    ...more,
  });
}

for (const type of Object.keys(questions)) {
  for (const response of [right[type], wrong[type]]) {
    test(`${type}: ${JSON.stringify(response)} is a statement that comes back as it was`, () => {
      const made = said(questions[type], response);
      assert.deepEqual(complaints(made), []);
      const kept = JSON.parse(JSON.stringify(made));
      const read = attempt(kept);
      assert.deepEqual(read?.response, response);
      assert.equal(slotIn(kept, "tides"), "moon/phases");
      assert.equal(slotIn(kept, "another"), "");
      const state = project(questions[type], read ? [read] : [], null, "en");
      assert.equal(state.result?.score, made.result.score.scaled);
    });
  }
}

const FORMS = /** @type {Record<string, [interaction: string, response: string, pattern: string[], lists: string[]]>} */ ({
  choice: ["choice", "b", ["b"], ["choices"]],
  "multiple-response": ["choice", "a[,]c", ["a[,]c"], ["choices"]],
  hotspot: ["choice", "ring", ["ring"], ["choices"]],
  numeric: ["numeric", "5", ["4[:]6"], []],
  order: ["sequencing", "a[,]b[,]c", ["a[,]b[,]c"], ["choices"]],
  match: ["matching", "l[.]y[,]m[.]x", ["l[.]y[,]m[.]x"], ["source", "target"]],
  categorize: ["matching", "i[.]g[,]j[.]h", ["i[.]g[,]j[.]h"], ["source", "target"]],
  "short-text": ["fill-in", "pluripotent", ["{case_matters=false}pluripotent"], []],
  cloze: ["performance", "one[.]cell[,]two[.]in", ["one[.]cell[,]two[.]in"], ["steps"]],
});

test("responses, patterns and lists are in xAPI's own form", () => {
  assert.deepEqual(Object.keys(FORMS).sort(), Object.keys(questions).sort());
  for (const [type, [interaction, response, pattern, lists]] of Object.entries(FORMS)) {
    const { object, result } = said(questions[type], right[type]);
    const definition = /** @type {any} */ (object.definition);
    assert.equal(definition.interactionType, interaction, type);
    assert.equal(result.response, response, type);
    assert.deepEqual(definition.correctResponsesPattern, pattern, type);
    const found = ["choices", "source", "target", "steps"].filter((list) => definition[list]);
    assert.deepEqual(found, lists, type);
    for (const list of lists) for (const { description } of definition[list]) assert.ok(description.en, type);
  }
});

/** An attempt is graded later by what stands here: another form would make all old answers stale. */
const KEYS = /** @type {Record<string, unknown>} */ ({
  choice: ["b"],
  "multiple-response": ["a", "c"],
  hotspot: ["ring"],
  numeric: [5, 1, "km", [["m", 0.001]], null, null],
  order: { key: ["a", "b", "c"], same: [] },
  match: { key: { l: "y", m: "x" }, same: [] },
  categorize: { key: { i: "g", j: "h" }, same: [] },
  "short-text": [["pluripotent"], false, false, 1, []],
  cloze: { one: [["cell"], false, false, 0], two: "in" },
});

test("what decided a score is kept in a form that stays", () => {
  assert.deepEqual(Object.keys(KEYS).sort(), Object.keys(questions).sort());
  for (const [type, key] of Object.entries(KEYS)) {
    assert.deepEqual(said(questions[type], right[type]).object.definition.extensions?.["urn:selfcheck:key"], key, type);
  }
  const same = { ...questions.order, same: [["a", "c"]] };
  assert.deepEqual(said(same, right.order).object.definition.extensions?.["urn:selfcheck:key"], {
    key: ["a", "b", "c"],
    same: [["a", "c"]],
  });
});

test("a typed delimiter is escaped", () => {
  const { object, result } = said({ ...questions["short-text"], key: ["a[,]b"] }, "a[,]b");
  assert.equal(result.response, "a[\\,]b");
  assert.deepEqual(object.definition.correctResponsesPattern, ["{case_matters=false}a[\\,]b"]);
  assert.equal(said(questions.cloze, { one: "a[.]b", two: "in" }).result.response, "one[.]a[\\.]b[,]two[.]in");
});

test("a well-known wrong answer is named", () => {
  assert.equal(said(questions.numeric, "10").result.extensions["urn:selfcheck:misconception"], "double");
  assert.equal(said(questions["short-text"], "multipotent").result.extensions["urn:selfcheck:misconception"], "multi");
});

test("bank, case, course and profile can be asked for", () => {
  const ids = (/** @type {any[]} */ activities) => activities.map(({ id }) => id);
  const { parent, grouping, category } = said(questions.choice, "b").context.contextActivities;
  assert.deepEqual(ids(parent), ["urn:selfcheck:bank:tides:moon"]);
  assert.deepEqual(ids(grouping), ["urn:selfcheck:course:tides"]);
  assert.deepEqual(ids(category), ["urn:selfcheck:profile:1"]);
  const part = said(questions.choice, "b", {}, "moon/landing/where");
  assert.deepEqual(complaints(part), []);
  assert.deepEqual(ids(part.context.contextActivities.parent), ["urn:selfcheck:question:tides:moon/landing"]);
  assert.deepEqual(ids(part.context.contextActivities.grouping), ["urn:selfcheck:course:tides", "urn:selfcheck:bank:tides:moon"]);
});

test("variant, confidence, sitting and what decided the score go along", () => {
  const made = said(variants, "5", { sitting: "after" });
  assert.deepEqual(complaints(made), []);
  assert.deepEqual(made.context.extensions, {
    "urn:selfcheck:version": 1,
    "urn:selfcheck:course": "tides",
    "urn:selfcheck:bank": "moon",
    "urn:selfcheck:tries": 1,
    "urn:selfcheck:hints": 0,
    "urn:selfcheck:variant": "small",
    "urn:selfcheck:confidence": 2,
    "urn:selfcheck:sitting": "after",
  });
  assert.equal(made.object.definition.extensions?.["urn:selfcheck:fingerprint"], "1");
  assert.equal(slotIn(made, "tides"), "moon/phases@after");
});

test("a clock that jumps makes no impossible duration", () => {
  for (const seconds of [NaN, -3]) assert.equal(said(questions.choice, "b", { seconds }).result.duration, "PT0.00S");
});

test("what is no attempt of this version is left alone", () => {
  const made = said(questions.choice, "b");
  const broken = [
    null,
    17,
    "x",
    [],
    {},
    { ...made, id: 1 },
    { ...made, timestamp: "yesterday" },
    { ...made, result: { ...made.result, score: { scaled: 7 } } },
    { ...made, object: { ...made.object, definition: {} } },
    { ...made, context: { ...made.context, extensions: { ...made.context.extensions, "urn:selfcheck:version": 2 } } },
  ];
  for (const each of broken) assert.equal(attempt(each), null, JSON.stringify(each));
});
