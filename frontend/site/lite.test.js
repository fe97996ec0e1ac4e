import assert from "node:assert/strict";
import { test } from "node:test";
// These are scripts of a page: what they share stands on the global object.
import "../../src/stemcourse/site/static/lite-trouble.js";
import "../../src/stemcourse/site/static/lite-mine.js";

const { beside, facts, trouble } = /** @type {WithLite} */ (/** @type {unknown} */ (globalThis)).courseLite;

/** @type {Facts} */
const FINE = { file: false, modern: true, secure: true, workers: true, storage: true, online: true, memory: 8 };
/** @type {[string, Partial<Facts>][]} from the worst on */
const TROUBLES = [
  ["file", { file: true }],
  ["old", { modern: false }],
  ["insecure", { secure: false }],
  ["storage", { storage: false }],
  ["workers", { workers: false }],
  ["offline", { online: false }],
  ["memory", { memory: 1 }],
];

test("where nothing is wrong, nothing is said", () => {
  assert.equal(trouble(FINE), undefined);
  assert.equal(trouble({ ...FINE, memory: 2 }), undefined);
});

test("a browser that does not tell its memory has enough", () => {
  assert.equal(trouble({ ...FINE, memory: undefined }), undefined);
});

for (const [index, [name, wrong]] of TROUBLES.entries()) {
  test(`of several troubles the worst is said: ${name}`, () => {
    const worse = Object.assign({}, FINE, ...TROUBLES.slice(index).map(([, each]) => each), wrong);
    const found = trouble(worse);
    assert.equal(found?.name, name);
    assert.match(found.text, /^[A-Z][^\n]+\.$/);
    assert.match(found.text, /Please|A computer is better/);
  });
}

test("nobody is invited to try what cannot go", () => {
  const hopeless = TROUBLES.filter(([, wrong]) => trouble({ ...FINE, ...wrong })?.hopeless).map(([name]) => name);
  assert.deepEqual(hopeless, ["file", "old", "storage"]);
});

/** A window of which only this is asked. @param {object} [but] */
function view(but = {}) {
  const made = {
    location: { protocol: "https:" }, isSecureContext: true, crossOriginIsolated: false, CompressionStream: class {},
    localStorage: { getItem: () => null }, navigator: { onLine: true, serviceWorker: {}, deviceMemory: 4 }, ...but,
  };
  return /** @type {Window & typeof globalThis} */ (/** @type {unknown} */ (made));
}
const refused = { get() { throw new Error("SecurityError"); } };

test("a good browser has what it takes", () => {
  assert.deepEqual(facts(view()), { ...FINE, modern: "Tag" in WebAssembly, memory: 4 });
});

test("what this machine serves is there without a network", () => {
  const navigator = { onLine: false, serviceWorker: {} };
  /** @param {string} hostname */
  const online = (hostname) => facts(view({ navigator, location: { protocol: "http:", hostname } })).online;
  assert.deepEqual(["localhost", "127.0.0.1", "[::1]", "example.org"].map(online), [true, true, true, false]);
});

test("what a browser refuses, it does not have", () => {
  const strict = view({ localStorage: null, navigator: Object.defineProperty({}, "serviceWorker", refused) });
  assert.equal(facts(strict).workers, false);
  assert.equal(facts(strict).storage, false);
  assert.equal(facts(Object.defineProperty(view(), "localStorage", refused)).storage, false);
});

test("where the page is isolated, Python reads files without a worker", () => {
  assert.equal(facts(view({ navigator: {}, crossOriginIsolated: true })).workers, true);
  assert.equal(facts(view({ navigator: {} })).workers, false);
});

const day = new Date(2027, 0, 5);

test("a reader's own is named after the notebook, with the day", async () => {
  assert.equal(await beside("notebooks/ebb.ipynb", day, async () => false), "notebooks/ebb (mine, 2027-01-05).ipynb");
});

test("no copy takes the place of another", async () => {
  const there = ["notebooks/ebb (mine, 2027-01-05).ipynb", "notebooks/ebb (mine, 2027-01-05, 2).ipynb"];
  const taken = async (/** @type {string} */ path) => there.includes(path);
  assert.equal(await beside("notebooks/ebb.ipynb", day, taken), "notebooks/ebb (mine, 2027-01-05, 3).ipynb");
});
