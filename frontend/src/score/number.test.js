import assert from "node:assert/strict";
import { test } from "node:test";
import { asciiDigits } from "./digits.js";
import { plain, readNumber } from "./number.js";
import { inTheWay, numeric } from "./numeric.js";

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

const mark = (/** @type {number} */ code) => String.fromCodePoint(code);

reads("en", [
  // As it is pasted, with marks that nobody sees.
  ...[0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e].map(
    (code) => /** @type {[string, number]} */ ([`${mark(code)}5${mark(code)}00`, 500]),
  ),
  ...[0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0xad, 0x61c, 0xfe0f].map(
    (code) => /** @type {[string, number]} */ ([`${mark(code)}-5${mark(code)}`, -5]),
  ),
  ["\u00a05\u2009", 5],
  ["1\u2009234\u00a0567.5", 1234567.5],
  // Fractions.
  ["½", 0.5],
  ["1⁄2", 0.5],
  ["1/2", 0.5],
  ["1 1/2", 1.5],
  ["1½", 1.5],
  ["1 ½", 1.5],
  ["-1½", -1.5],
  ["2\u00a03/4", 2.75],
  ["¾ %", 0.75, "%"],
  ["⅓", 1 / 3],
  ["1 ÷ 8", 0.125],
  ["1 298/2", 649],
  ["11/2", 5.5],
  // Digits of other scripts.
  ["٥", 5],
  ["۵", 5],
  ["५", 5],
  ["５", 5],
  ["१२३", 123],
  ["٣٫١٤", 3.14],
  ["١٬٢٣٤٫٥", 1234.5],
  ["۱۲٪", 12, "%"],
  ["𝟭𝟮", 12],
  ["１．５", 1.5],
  // Minus signs and others.
  ["−5", -5],
  ["–5", -5],
  ["—5", -5],
  ["‐5", -5],
  ["－5", -5],
  ["﹣5", -5],
  ["➖5", -5],
  ["＋5", 5],
  ["- 5", -5],
  // Powers.
  ["6.022e23", 6.022e23],
  ["6.022E23", 6.022e23],
  ["6.022 × 10^23", 6.022e23],
  ["6.022·10^23", 6.022e23],
  ["6.022*10**23", 6.022e23],
  ["6.022 x 10²³", 6.022e23],
  ["6.022 ⋅ 10^(23)", 6.022e23],
  ["10²³", 1e23],
  ["10^-19", 1e-19],
  ["10⁻¹⁹", 1e-19],
  ["1.602 × 10^−19", 1.602e-19],
  ["-1.602·10⁻¹⁹ C", -1.602e-19, "C"],
  ["1.602 × 10-19", 1.602e-19],
  ["6,022e23", 6.022e23],
  // Separators of several languages.
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["1 234,5", 1234.5],
  ["1'234.5", 1234.5],
  ["1’234’567.5", 1234567.5],
  ["1,00,000", 100000],
  ["1,00,000.25", 100000.25],
  ["5 %", 5, "%"],
  ["5 °C", 5, "°C"],
  ["5 ºC", 5, "°C"],
  ["3 N*m", 3, "N·m"],
  ["3 N ⋅ m", 3, "N · m"],
  // A raised digit is none of the number's own, nor is a lowered one.
  ["5²", 5, "^2"],
  ["5₂", 5, "_2"],
  ["5 m²", 5, "m2"],
  ["10^{-3}", 0.001],
  ["2¹⁄₂", 2.5],
  ["1´234.5", 1234.5],
  ["1.5 х 10³", 1500],
  ["1.5 ∗ 10⁻³", 0.0015],
  ["5percent", 5, "%"],
  ["ー5", -5],
  ["10^½", 10, "^ 1/2"],
  ["10^(½)", 10, "^( 1/2)"],
  ["10^1/2", 5],
]);

test("a lone separator can be read the other way", () => {
  for (const [text, lang, one, other] of /** @type {const} */ ([
    ["1.234", "en", 1.234, 1234],
    ["1,234", "en", 1234, 1.234],
    ["1.234", "de", 1234, 1.234],
    ["1,234", "de", 1.234, 1234],
        // These have one meaning.
    ["1.2345", "en", 1.2345, 1.2345],
    ["1,234.0", "de", 1234, 1234],
    ["0.234", "de", 0.234, 0.234],
    ["1 234", "en", 1234, 1234],
    ["1234", "en", 1234, 1234],
    ["1.234e3", "de", 1234, 1234],
    ["1,234 × 10³", "en", 1234, 1234],
  ])) {
    assert.equal(readNumber(text, lang)?.value, one, text);
    assert.equal(readNumber(text, lang, true)?.value, other, text);
  }
});

test("digits of every script are read", () => {
  let rows = 0;
  for (let code = 0; code < 0x20000; code += 1) {
    if (!/\p{Nd}/u.test(mark(code)) || /\p{Nd}/u.test(mark(code - 1))) continue;
    rows += 1;
    for (let n = 0; n < 10; n += 1) assert.equal(asciiDigits(mark(code + n)), String(n), mark(code + n));
  }
  assert.ok(rows > 50, String(rows));
});

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

test("what is in the way of a number", () => {
  for (const [text, wanted] of [
    ["about 5", "about"],
    ["5 kg", "kg"],
    ["5 %", "%"],
    ["5 mg/l", "mg/l"],
    ["5²", "²"],
    ["5 m² x", "m² x"],
    ["5^2", "^2"],
    ["5 µg", "µg"],
    ["10^½", "^½"],
    ["2 × 10 ^ ½ kg", "× 10 ^ ½ kg"],
    ["10**½", "**½"],
    ["-10^-½", "^-½"],
    ["5٪", "٪"],
    ["$5 each", "each $"],
    ["(£5)", "(£"],
    ["five", "five"],
    ["12 34", ""],
    ["1.2.3", ""],
    ["?", "?"],
  ]) {
    assert.equal(inTheWay(text), wanted, text);
  }
});

test("a long paste costs nothing", () => {
  const question = /** @type {any} */ ({ type: "numeric", key: 1 });
  for (const sign of ["1", "1,", "1 ", "-", ".", "(", "1/", "10^", "1e", " ", "'"]) {
    const { unanswered, message } = numeric(question, sign.repeat(50_000), "en");
    assert.deepEqual({ unanswered, message }, { unanswered: true, message: "invalid" });
  }
});
