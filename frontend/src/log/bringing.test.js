/** Every file in tests/broken/imports has one defect, and what is said of it stands beside them. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import en from "../../../src/selfcheck/languages/en.json" with { type: "json" };
import { speak, teach, words } from "../words.js";
import { attempt } from "./attempt.js";
import { brought } from "./bringing.js";

const root = `${import.meta.dirname}/../../../tests`;
const BROKEN = `${root}/broken/imports`;
const messages = JSON.parse(readFileSync(`${root}/broken/import-messages.json`, "utf8"));
teach({ en: Object.assign({}, ...Object.values(en)) });
speak("en");

/** A sound one: the other entries of most broken files are as this. */
const [sound] = JSON.parse(readFileSync(`${BROKEN}/verb-missing.json`, "utf8"));
const file = (/** @type {unknown[]} */ ...entries) => JSON.stringify(entries);
const changed = (/** @type {object} */ more) => ({ ...structuredClone(sound), ...more });

test("a hundred broken files, each with what is said of it", () => {
  const names = readdirSync(BROKEN);
  assert.ok(names.length >= 100);
  const said = names.map((name) => {
    const { statements, refused } = brought(readFileSync(`${BROKEN}/${name}`, "utf8"), "tides");
    assert.equal(statements, null, name);
    return [name.replace(".json", ""), refused && words(refused.why, refused.values)];
  });
  assert.deepEqual(Object.fromEntries(said), messages);
});

test("a sound file comes whole, in its order", () => {
  const both = [sound, changed({ id: "other" })];
  assert.deepEqual(brought(file(...both), "tides"), { statements: both, refused: null });
  assert.deepEqual(brought(`\uFEFF ${JSON.stringify(both, null, 2)}\n`, "tides").statements, both);
});

test("what another program has added stays", () => {
  const more = changed({ stored: "2026-11-29T00:00:00Z", authority: { mbox: "mailto:lrs@example.org" } });
  assert.deepEqual(brought(file(more), "tides").statements, [more]);
});

test("the same twice is once, in whatever order its members stand", () => {
  const turned = Object.fromEntries(Object.entries(structuredClone(sound)).reverse());
  assert.deepEqual(brought(file(sound, sound, turned), "tides").statements, [sound]);
});

test("an attempt after one that is let through is understood too", () => {
  const why = (/** @type {string} */ timestamp) => brought(file(changed({ timestamp })), "tides").refused?.why;
  assert.equal(why("9998-12-31T23:59:59.999Z"), "entry-no-time");
  const timestamp = "8999-12-31T23:59:59.999Z";
  assert.equal(why(timestamp), undefined);
  assert.notEqual(attempt(changed({ timestamp: new Date(Date.parse(timestamp) + 1).toISOString() })), null);
});

test("a list of one text is no text", () => {
  const one = structuredClone(sound);
  one.object.id = [one.object.id];
  assert.equal(brought(file(one), "tides").refused?.why, "entry-no-answer");
  const other = structuredClone(sound);
  other.object.definition.extensions["urn:selfcheck:fingerprint"] = ["0a1b2c3d"];
  assert.equal(brought(file(other), "tides").refused?.why, "entry-no-key");
});

test("what is let through is what the log understands", () => {
  const understood = brought(file(sound), "tides").statements?.map((statement) => attempt(statement)?.id);
  assert.deepEqual(understood, [sound.id]);
});

test("nothing of what is too large, too deep or too much", () => {
  const why = (/** @type {string} */ text) => brought(text, "tides").refused?.why;
  assert.equal(why(file(changed({ more: "x".repeat(300_000) }))), "entry-too-large");
  const depth = 20_000;
  assert.equal(why(file(changed({ more: 0 })).replace('"more":0', `"more":${"[".repeat(depth)}${"]".repeat(depth)}`)), "entry-too-large");
  assert.equal(why(`[${"0,".repeat(100_000)}0]`), "file-too-many");
  assert.equal(why(" ".repeat(100_000_001)), "file-too-large");
});

test("a name that objects have by themselves is no other course's way in", () => {
  const { refused } = brought(`[${JSON.stringify(sound).replace('"verb"', '"__proto__"')}]`, "tides");
  assert.equal(refused?.why, "entry-no-answer");
});
