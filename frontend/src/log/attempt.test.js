import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { attempt } from "./attempt.js";
import { slotIn } from "./slot-in.js";

/** The kernel is held to the same table: tests/unit/test_log_entry.py. */
const table = JSON.parse(readFileSync(new URL("../../../tests/tables/statements.json", import.meta.url), "utf8"));

/**
 * @param {any} value
 * @param {any} change null takes a member away
 * @returns {any}
 */
function changed(value, change) {
  if (change === null || typeof change !== "object" || typeof value !== "object") return change;
  const members = { ...value, ...Object.fromEntries(Object.entries(change).map(([name, each]) => [name, changed(value[name], each)])) };
  return Object.fromEntries(Object.entries(members).filter(([, each]) => each !== null));
}

for (const { name, change, slot } of table.cases) {
  test(`a statement ${name}`, () => {
    const made = changed(table.statement, change);
    assert.equal((attempt(made) && slotIn(made, table.course)) || null, slot);
  });
}
