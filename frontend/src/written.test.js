import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { written } from "./written.js";

const table = JSON.parse(readFileSync(new URL("../../tests/tables/written.json", import.meta.url), "utf8"));

for (const [value, lang, said] of table) {
  test(`${value} is written ${said} (${lang})`, () => assert.equal(written(value, lang), said));
}
