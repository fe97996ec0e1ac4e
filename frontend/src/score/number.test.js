import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, readNumber } from "./number.js";

/**
 * @param {string} lang
 * @param {[text: string, value: number, rest?: string][]} wanted
 */
function reads(lang, wanted) {
  for (const [text, value, rest = ""] of wanted) {
    test(`${lang}: ${JSON.stringify(text)} is ${value}${rest && ` and ${rest}`}`, () => {
      assert.deepEqual(readNumber(text, lang), { value, rest });
    });
  }
}

reads("en", [
  ["0", 0],
  ["42", 42],
  ["-7", -7],
  ["+7", 7],
  ["\u22127", -7],
  [".5", 0.5],
  ["1,298,897", 1298897],
  ["1,298,897.5", 1298897.5],
  ["1.298.897,5", 1298897.5],
  ["1 298 897", 1298897],
  ["1\u202f298\u202f897", 1298897],
  ["1\u2019298\u2019897", 1298897],
  ["12,98,897", 1298897],
  ["1.234", 1.234],
  ["1,234", 1234],
  ["0,008", 0.008],
  ["0.008", 0.008],
  ["1,5", 1.5],
  ["2e6", 2e6],
  ["2E-3", 0.002],
  ["2 × 10⁶", 2e6],
  ["2·10^-3", 0.002],
  ["2*10**6", 2e6],
  ["10⁶", 1e6],
  ["-10^3", -1000],
  ["1/12000", 1 / 12000],
  ["3 / 4", 0.75],
  ["5 mg", 5, "mg"],
  ["5mg", 5, "mg"],
  ["1/2 cup", 0.5, "cup"],
  ["5 mg/l", 5, "mg/l"],
  ["1e", 1, "e"],
]);

reads("de", [
  ["1.234", 1234],
  ["1,234", 1.234],
  ["0.008", 0.008],
  ["1.298.897,5", 1298897.5],
]);

reads("a language that nobody knows!", [["1,234", 1234]]);

for (const text of ["", "many", "e5", "mg 5", "1.2.3", "1,23,45", "01,234,567", "1/0", "1e999", "1/2/"]) {
  test(`en: ${JSON.stringify(text)} is no number, or not all of it`, () => {
    const read = readNumber(text, "en");
    assert.ok(read === null || read.rest, JSON.stringify(read));
  });
}

test("signs that look alike get one form", () => {
  assert.equal(plain(" −5\u00a0×  10⁻³ µg "), "-5 x 10^-3 μg");
  assert.equal(plain("10 ** 3"), "10^3");
});
