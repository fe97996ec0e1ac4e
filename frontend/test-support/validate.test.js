import assert from "node:assert/strict";
import { test } from "node:test";
import { complaints } from "./validate.js";

const statement = () => ({
  id: "6f1f3c1e-9d0f-4c63-8f3c-2f1a5f0f7f11",
  actor: { objectType: "Agent", account: { homePage: "https://example.org/learner", name: "a-name" } },
  verb: { id: "http://adlnet.gov/expapi/verbs/answered", display: { en: "answered" } },
  object: {
    objectType: "Activity",
    id: "https://example.org/quiz/question",
    definition: {
      type: "http://adlnet.gov/expapi/activities/cmi.interaction",
      interactionType: "choice",
      correctResponsesPattern: ["bone-marrow"],
      choices: [
        { id: "bone-marrow", description: { en: "Bone marrow" } },
        { id: "liver", description: { en: "Liver" } },
      ],
      extensions: { "urn:example:fingerprint": "0a1b2c3d" },
    },
  },
  result: { score: { scaled: 0.5 }, success: false, completion: true, response: "liver", duration: "PT2.50S" },
  context: {
    platform: "page",
    contextActivities: { parent: [{ id: "https://example.org/quiz" }] },
    extensions: { "urn:example:tries": 1 },
  },
  timestamp: "2025-01-31T12:00:00.000Z",
});

test("a correct statement has no complaints", () => assert.deepEqual(complaints(statement()), []));

test("what is not defined is not sent", () => {
  assert.deepEqual(complaints({ ...statement(), authority: undefined }), []);
});

for (const [what, spoil, wanted] of /** @type {[string, (broken: any) => void, RegExp][]} */ ([
  ["no actor", (broken) => delete broken.actor, /^statement\.actor: RequiredWarning/],
  ["an actor without a name", (broken) => delete broken.actor.account, /^statement\.actor: /],
  ["no verb", (broken) => delete broken.verb, /^statement\.verb: RequiredWarning/],
  ["no object", (broken) => delete broken.object, /^statement\.object: RequiredWarning/],
  ["an id that is no UUID", (broken) => (broken.id = "1"), /^statement\.id: .*"1"/],
  ["an activity that is no IRI", (broken) => (broken.object.id = "a question"), /^statement\.object\.id: .*IRI/],
  ["a duration without a number", (broken) => (broken.result.duration = "PTNaNS"), /^statement\.result\.duration: .*ISO Duration.*PTNaNS/],
  ["a score above 1", (broken) => (broken.result.score.scaled = 1.5), /^statement\.result\.score\.scaled: .*1\.5/],
  ["a score that is no number", (broken) => (broken.result.score.scaled = NaN), /^statement\.result\.score\.scaled: /],
  ["a response that is no text", (broken) => (broken.result.response = ["liver"]), /^statement\.result\.response: /],
  ["a time that is none", (broken) => (broken.timestamp = "yesterday"), /^statement\.timestamp: .*yesterday/],
  ["an interaction that nobody knows", (broken) => (broken.object.definition.interactionType = "slider"), /interactionType: .*slider/],
  ["parts of another interaction", (broken) => (broken.object.definition.source = []), /definition: .*\(source\)/],
  ["an extension that is no IRI", (broken) => (broken.context.extensions = { tries: 1 }), /^statement\.context\.extensions: .*tries/],
  ["a member that nobody knows", (broken) => (broken.result.hints = 1), /^statement\.result: .*\(hints\)/],
])) {
  test(`complains of ${what}`, () => {
    const broken = statement();
    spoil(broken);
    const said = complaints(broken);
    assert.ok(said.some((line) => wanted.test(line)), said.join("\n") || "no complaint");
  });
}
