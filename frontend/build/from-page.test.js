import assert from "node:assert/strict";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { fromPage, pageOf } from "./from-page.js";

/** A page.js that keeps words, knows how to score, and gives away some of both. */
const PAGE = {
  "page.js": `import * as common from "./common.js"; import { teach } from "./words.js";
    globalThis.selfcheck = common; teach({ yes: "ja" });`,
  "common.js": `/** What page.js gives. */
    export { score, mark as tick } from "./score.js";
    export { default as fallback, words } from "./words.js";`,
  "words.js": `const known = {}; export const teach = (more) => Object.assign(known, more);
    export const words = (key) => known[key] ?? "?"; export default "none";`,
  "score.js": `export const score = () => 1; export const mark = (text) => "✓ " + text;`,
};

/**
 * Builds page.js and a later script, and runs one after the other.
 *
 * @param {import("node:test").TestContext} t
 * @param {Record<string, string>} files the later script is `later.js`; it leaves `result`
 * @param {string[]} [again] files of page.js that the later script brings once more
 */
async function run(t, files, again = []) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "from-page-")));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ ...PAGE, ...files })) await writeFile(join(folder, name), text);
  const options = /** @type {const} */ ({
    absWorkingDir: folder, bundle: true, minify: true, format: "iife", write: false, logLevel: "silent",
  });
  const page = await build({ ...options, entryPoints: ["page.js"], metafile: true });
  const plugins = [fromPage(await pageOf(page.metafile, "common.js", folder), again)];
  const later = await build({ ...options, entryPoints: ["later.js"], plugins });
  const globals = /** @type {{ result?: any }} */ ({});
  const [{ text }] = later.outputFiles;
  runInNewContext(`${page.outputFiles[0].text};${text}`, globals);
  return { text, result: globals.result };
}

test("a later script shares the page's own modules", async (t) => {
  const { text, result } = await run(t, {
    "later.js": `import { words } from "./words.js"; globalThis.result = words("yes");`,
  });
  assert.equal(result, "ja");
  assert.doesNotMatch(text, /known|assign/, "a second words.js");
});

test("only what is used is taken from the page", async (t) => {
  const { text } = await run(t, {
    "later.js": `import { words } from "./words.js"; globalThis.result = words("yes");`,
  });
  assert.doesNotMatch(text, /score|tick|fallback/);
});

test("what is small is brought once more, and shares the rest", async (t) => {
  const later = { "later.js": `import { score } from "./score.js"; import { words } from "./words.js"; globalThis.result = score() + words("yes");` };
  const { text, result } = await run(t, later, ["score.js"]);
  assert.equal(result, "1ja");
  assert.doesNotMatch(text, /selfcheck\.score/);
});

test("modules that page.js does not have are bundled, and share what they import", async (t) => {
  const { result } = await run(t, {
    "later.js": `import { help } from "./help.js"; globalThis.result = help();`,
    "help.js": `import { words } from "./words.js"; export const help = () => words("yes") + "!";`,
  });
  assert.equal(result, "ja!");
});

test("a name that page.js gives belongs to its module, wherever else it stands", async (t) => {
  const { result } = await run(t, {
    "later.js": `import { score, mark, options } from "./own.js"; import { score as shared } from "./score.js";
      globalThis.result = [score, mark, options, shared()].join();`,
    "own.js": `export const score = "own score"; export const mark = "own mark"; export const options = "own";`,
  });
  assert.equal(result, "own score,own mark,own,1");
});

test("names may change on the way into the common list and out of it", async (t) => {
  const { result } = await run(t, {
    "later.js": `import { mark as check } from "./score.js"; globalThis.result = check("a");`,
  });
  assert.equal(result, "✓ a");
});

test("default, namespace, side-effect and dynamic imports, and exports of what is shared", async (t) => {
  const { text, result } = await run(t, {
    "later.js": `import none from "./words.js"; import * as all from "./words.js"; import "./page.js";
      import { words } from "./again.js"; import { score } from "./everything.js";
      globalThis.result = [none, all.words("yes"), words("yes"), score(), typeof import("./words.js").then];`,
    "again.js": `export { words } from "./words.js";`,
    "everything.js": `export * from "./score.js";`,
  });
  assert.deepEqual([...result], ["none", "ja", "ja", 1, "function"]);
  assert.doesNotMatch(text, /known|assign/, "a second words.js");
});

for (const [what, source, name] of [
  ["beside a name that it gives", `import { words, teach } from "./words.js"; teach(words);`, "teach"],
  ["as a member of a namespace", `import * as all from "./words.js"; all.teach({});`, "teach"],
  ["as the default", `import score from "./score.js"; score();`, "default"],
  ["to be exported", `export { teach } from "./words.js";`, "teach"],
  ["under its name in the common list", `import { tick } from "./score.js"; tick("a");`, "tick"],
]) {
  test(`what page.js has and does not give is an error: ${what}`, async (t) => {
    const file = source.includes("words.js") ? "words.js" : "score.js";
    await assert.rejects(run(t, { "later.js": source }), ({ errors }) => {
      const [said] = errors.filter((/** @type {any} */ error) => error.pluginName === "from-page");
      assert.match(said.text, new RegExp(`^page\\.js has ${file} and does not give its ${name} to later\\.js`));
      assert.ok(said.text.includes(`add \`export { ${name} } from "./${file}";\` to common.js`), said.text);
      assert.equal(said.location.file, "later.js");
      return true;
    });
  });
}

test("two exports of one name are an error", async (t) => {
  const common = `${PAGE["common.js"]} export { mark as words } from "./score.js";`;
  const files = { "common.js": common, "later.js": "" };
  await assert.rejects(run(t, files), /common\.js:3:.*Multiple exports with the same name "words"/);
});

for (const line of [`export * from "./score.js";`, `export const own = 1;`, `import "./score.js";`]) {
  test(`the common list holds names of other modules alone, not ${line}`, async (t) => {
    await assert.rejects(run(t, { "common.js": `\n${line}`, "later.js": "" }), /common\.js:2: only `export/);
  });
}
