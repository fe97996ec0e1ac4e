import assert from "node:assert/strict";
import { test } from "node:test";
import { uuid } from "./browser.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("a page that comes by plain HTTP has random UUIDs too", (t) => {
  assert.match(uuid(), UUID);
  const here = Object.getOwnPropertyDescriptor(crypto, "randomUUID");
  Object.defineProperty(crypto, "randomUUID", { configurable: true, value: undefined });
  t.after(() => (here ? Object.defineProperty(crypto, "randomUUID", here) : Reflect.deleteProperty(crypto, "randomUUID")));
  const all = Array.from({ length: 500 }, uuid);
  for (const each of all) assert.match(each, UUID);
  assert.equal(new Set(all).size, 500);
  for (const place of [0, 9, 15, 20, 35]) assert.equal(new Set(all.map((each) => each[place])).size, 16, `${place}`);
});
