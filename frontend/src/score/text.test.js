import assert from "node:assert/strict";
import { test } from "node:test";
import { bare } from "./bare.js";
import { distance, formOf } from "./text.js";

for (const [text, wanted] of [
  ["  Stem-Cell. ", "stemcell"],
  ["Straße", "strasse"],
  ["naïve", "naive"],
  ["ﬁbre", "fibre"],
  ["10,000 cells", "10000cells"],
  ["?!", ""],
]) {
  test(`${JSON.stringify(text)} is compared as ${wanted}`, () => assert.equal(bare(text, {}), wanted));
}

test("case and accents count where they are asked for", () => {
  assert.equal(bare("Naïve", { case: true }), "Naive");
  assert.equal(bare("Naïve", { accents: true }), "naïve".normalize("NFKD"));
});

test("accents that are vowels always count", () => {
  assert.notEqual(bare("कि", {}), bare("क", {}));
});

test("a decimal point and a minus sign tell numbers apart", () => {
  const forms = ["1.5", "15", "-15", "-1.5"].map((text) => bare(text, {}));
  assert.equal(new Set(forms).size, 4);
  assert.equal(bare("1,5", {}), bare("1.5", {}));
  assert.equal(bare("\u221215", {}), bare("-15", {}));
});

for (const [one, other, wanted] of /** @type {const} */ ([
  ["", "", 0],
  ["cell", "cell", 0],
  ["", "cell", 4],
  ["cell", "", 4],
  ["cell", "cel", 1],
  ["cell", "ceell", 1],
  ["cell", "call", 1],
  ["cell", "ecll", 1],
  ["ca", "abc", 3],
  ["𝒂b", "𝒂c", 1],
])) {
  test(`${one || "nothing"} and ${other || "nothing"} differ by ${wanted}`, () => {
    assert.equal(distance(one, other), wanted);
  });
}

test("the nearest form is found, and how many mistakes it has", () => {
  const forms = ["stem cells", "stem cell"];
  assert.deepEqual(pick(formOf("stem cell", forms, {}, 2)), { index: 1, mistakes: 0 });
  assert.deepEqual(pick(formOf("stem cel", forms, {}, 2)), { index: 1, mistakes: 1 });
  assert.equal(formOf("stem cel", forms, {}, 0), null);
  assert.equal(formOf("stem cel", forms, {}), null);
});

test("a form takes one mistake for four letters", () => {
  assert.equal(formOf("MSC", ["HSC"], {}, 2), null);
  assert.equal(formOf("cal", ["cell"], {}, 2), null);
  assert.deepEqual(pick(formOf("call", ["cell"], {}, 2)), { index: 0, mistakes: 1 });
});

test("a number with a mistake is another number", () => {
  assert.equal(formOf("chromosome 12", ["chromosome 11"], {}, 2), null);
  assert.deepEqual(pick(formOf("chromosom 11", ["chromosome 11"], {}, 2)), { index: 0, mistakes: 1 });
});

/** @param {{ index: number, mistakes: number } | null} found */
const pick = (found) => found && { index: found.index, mistakes: found.mistakes };
