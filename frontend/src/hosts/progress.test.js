/** *My progress* where a script that it needs cannot be had. */
import assert from "node:assert/strict";
import { test } from "node:test";
import en from "../../../src/selfcheck/languages/en.json" with { type: "json" };

/** @param {string} tag @returns {any} as much of an element as this page needs */
const element = (tag) => ({
  tag,
  attributes: {},
  children: [],
  setAttribute(/** @type {string} */ name, /** @type {string} */ value) {
    this.attributes[name] = value;
  },
  append(/** @type {any[]} */ ...more) {
    this.children.push(...more);
  },
  replaceChildren(/** @type {any[]} */ ...all) {
    this.children = all;
  },
  remove() {},
});

test("a page that cannot load the outline says so, and is no error", async () => {
  const view = element("div");
  /** @type {string[]} */
  const asked = [];
  const done = new Promise((resolve) => {
    view.replaceChildren = (/** @type {any[]} */ ...all) => resolve(all);
  });
  const head = {
    append(/** @type {any} */ script) {
      asked.push(script.src);
      queueMicrotask(() => script.onerror());
    },
  };
  Object.assign(globalThis, {
    selfcheckWords: { en: Object.assign({}, ...Object.values(en)) },
    document: {
      currentScript: { src: "https://example.org/_static/selfcheck/progress.js", dataset: { marks: "marks.js" } },
      documentElement: { lang: "en" },
      readyState: "complete",
      querySelectorAll: () => [view],
      createElement: element,
      head,
    },
  });
  await import("./progress.js");
  const [{ attributes, children }] = /** @type {any[]} */ (await done);
  assert.deepEqual([attributes.role, children], ["alert", [en.progress["progress-unread"]]]);
  assert.deepEqual(asked, ["https://example.org/_static/selfcheck/course.js"]);
});
