/** What views over a whole course hear of. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { made } from "../../test-support/attempts.js";
import { unused } from "../../test-support/browser.js";
import { features } from "../registry.js";
import { log } from "./settle.js";

const { answers } = await import("./answers.js");
const { announce } = await import("./announce.js");
const { onChecks } = await import("./checks.js");

beforeEach(async () => {
  await unused();
  features.log = log;
});

test("a check is news on this page and on others, and so is all that may have changed; a draft is none", async () => {
  const [here, there] = [answers("moon"), answers("moon")];
  /** @type {Map<object, number>} */
  const news = new Map();
  /** @type {(() => void)[]} */
  const told = [];
  const ends = [here, there].map((store) => onChecks(store, () => {
    news.set(store, (news.get(store) ?? 0) + 1);
    for (const go of told.splice(0)) go();
  }));
  const heard = () => /** @type {Promise<void>} */ (new Promise((go) => { told.push(go); }));
  for (const letter of "light") here.save("m/one", { v: 1, response: letter });
  assert.equal(news.size, 0);
  const checked = /** @type {Promise<void>} */ (new Promise((go) => {
    ends.push(there.watch((_, made) => {
      if (made) go();
    }));
  }));
  here.record("m/one", made(1));
  assert.equal(news.get(here), 1, "at once");
  // What was typed has come there before it.
  await checked;
  assert.equal(news.get(there), 1);
  announce("moon");
  while (news.get(there) === 1) await heard();
  for (const end of ends) end();
});
