import assert from "node:assert/strict";
import { test } from "node:test";
import { register, typeOf, types } from "./registry.js";
import "./types/index.js";

const row = () => /** @type {any} */ ({
  score() {},
  keep() {},
  decides() {},
  view() {},
  xapi: { interaction: "other", write() {}, pattern() {} },
});

test("a row that lacks a part is an error that names it", () => {
  for (const part of ["score", "keep", "decides", "view"]) {
    assert.throws(() => register("lacking", { ...row(), [part]: undefined }), new RegExp(`no ${part}$`));
  }
  for (const part of ["interaction", "write", "pattern"]) {
    const { xapi, ...rest } = row();
    assert.throws(() => register("lacking", { ...rest, xapi: { ...xapi, [part]: undefined } }), new RegExp(`no xapi.${part}$`));
  }
  assert.throws(() => register("lacking", /** @type {any} */ (null)), /no score, keep/);
  assert.equal(types.lacking, undefined);
});

test("a name is taken once", () => {
  assert.throws(() => register("choice", row()), /already/);
});

test("a type that nothing has registered is an error, also by names that all objects have", () => {
  for (const name of ["slider", "constructor", "__proto__"]) assert.throws(() => typeOf(name), /no type/);
});
