import assert from "node:assert/strict";
import { test } from "node:test";
import * as catalogue from "./words.js";

const { language, speak, teach } = catalogue;
/** For words of the tests' own. */
const words = /** @type {(key: string, values?: Record<string, string | number>) => string} */ (
  /** @type {unknown} */ (catalogue.words)
);

teach({
  en: { found: "Found {a} of {b}", cells: { one: "{n} cell", other: "{n} cells" } },
  de: {},
  pl: { cells: { one: "{n} komórka", few: "{n} komórki", other: "komórek: {n}" } },
});

test("a language is known by its tag, by its first part, or not at all", () => {
  for (const [tag, spoken] of [["de", "de"], ["de-AT", "de"], ["DE_ch", "de"], ["tlh", "en"], ["", "en"]]) {
    speak(tag);
    assert.equal(language(), spoken, tag);
  }
});

test("values stand where their names stood", () => {
  speak("en");
  assert.equal(words("found", { a: 1, b: "2" }), "Found 1 of 2");
});

test("a word takes the form of its number", () => {
  speak("en");
  assert.equal(words("cells", { n: 1 }), "1 cell");
  assert.equal(words("cells", { n: 0 }), "0 cells");
  speak("pl");
  assert.equal(words("cells", { n: 3 }), "3 komórki");
});

test("a form that a catalogue lacks is the general one", () => {
  speak("pl");
  assert.equal(words("cells", { n: 5 }), "komórek: 5");
});
