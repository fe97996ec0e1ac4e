import assert from "node:assert/strict";
import { test } from "node:test";
import { outbox } from "./outbox.js";

test("however much waits, it says so when the oldest is late", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1000 });
  const box = outbox({ there: true, send: () => true }, () => {});
  // What a learner has brought in while there was no kernel.
  const all = Array.from({ length: 200_000 }, (_, n) => /** @type {any} */ ({ id: `${n}` }));
  box.again(all);
  assert.equal(box.trouble, null);
  t.mock.timers.tick(9_000);
  box.put([/** @type {any} */ ({ id: "later" })]);
  t.mock.timers.tick(2_000);
  assert.equal(box.trouble, "silent");
  box.done(all.map(({ id }) => id), []);
  assert.equal(box.trouble, null);
  box.end();
});
