/** Bundles src/ into the files that the Python package ships. */
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { minify } from "terser";
import { fromPage, pageOf } from "./build/from-page.js";
import { labextension } from "./build/labextension.js";
import { without } from "./build/words.js";

const root = import.meta.dirname;
/** @type {import("esbuild").BuildOptions} */
const options = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["es2022", "chrome111", "firefox115", "safari16.4"],
  // These have `\p{…}`; esbuild writes it as a call where a property may be younger than they are.
  supported: { "regexp-unicode-property-escapes": true },
  banner: { js: "/* From frontend/. */", css: "/* Built from frontend/. */" },
  absWorkingDir: root,
  logLevel: "info",
};
const to = (/** @type {string} */ name) => `../src/selfcheck/static/${name}`;

/** What a quiz does not say. */
const ofStudy = ["progress", "marks", "review"];
const quizAlone = { ...options, plugins: [without(["python", ...ofStudy])] };
await build({ ...quizAlone, entryPoints: ["src/hosts/notebook.js"], format: "esm", outfile: to("widget.js") });
await shrink("widget.js", true);
const study = { ...options, plugins: [without(["python", "marks"])] };
await build({ ...study, entryPoints: ["src/hosts/study.js"], format: "esm", outfile: to("study.js") });
await shrink("study.js", true);
await build({ ...options, entryPoints: ["src/styles/study.css"], outfile: to("study.css") });
await build({ ...options, entryPoints: ["src/styles/index.css"], outfile: to("selfcheck.css") });
await build({ ...options, entryPoints: ["src/styles/rtl.css"], outfile: to("rtl.css") });
await build({ ...options, entryPoints: ["src/styles/notebook.css"], outfile: to("widget.css") });
const { metafile } = await build({
  ...options,
  entryPoints: ["src/hosts/page.js"],
  format: "iife",
  outfile: to("page.js"),
  metafile: true,
});

await build({ ...options, entryPoints: ["src/hosts/search.js"], format: "iife", outfile: "../src/selfcheck/search.js" });
await shrink("page.js");

const page = await pageOf(metafile, "src/common.js", root);
/** @type {import("esbuild").BuildOptions} */
const later = { ...options, format: "iife", plugins: [fromPage(page)] };
/** For a page that may have no quiz, and so no page.js. @type {import("esbuild").BuildOptions} */
const alone = { ...options, format: "iife" };
await script("progress", 'import "./hosts/progress.js";', "progress", alone);
await script("marks", 'import "./hosts/marks.js";', "page-marks", alone);
for (const file of await readdir(`${root}/src/types`)) {
  if (file === "index.js" || file.endsWith(".test.js") || page.inputs.has(`src/types/${file}`)) continue;
  const name = basename(file, ".js");
  // A case has no row: it frames the questions in it.
  const contents =
    name === "case"
      ? 'import "./types/case.js";'
      : `import { register } from "./registry.js"; import type from "./types/${file}"; register("${name}", type);`;
  await script(`types/${name}`, contents, `types/${name}`);
}
await script("summary", 'import "./overview/summary-script.js";', "summary");
await script("tools", 'import "./tools/script.js";', "tools");
const sound = ["src/confidence.js", "src/log/names.js", "src/store/sound.js"];
await script("log", 'import "./hosts/log.js";', "log", { ...later, plugins: [fromPage(page, sound)] });
await script("overview", 'import "./overview/script.js";', "overview");
await script("review", 'import "./hosts/review.js";', "review", { ...later, plugins: [fromPage(page, sound)] });
await labextension(quizAlone, root);

/**
 * Makes a script smaller than esbuild alone does, by a twentieth of what a page loads.
 *
 * @param {string} name in the folder of what is built
 * @param {boolean} [module]
 */
async function shrink(name, module = false) {
  const file = `${root}/${to(name)}`;
  const { code } = await minify(await readFile(file, "utf8"), {
    ecma: 2020,
    module,
    compress: { passes: 3 },
    format: { preamble: options.banner?.js },
  });
  await writeFile(file, `${code}\n`);
}

/**
 * Builds a script of a page, with the style that only it needs.
 *
 * @param {string} name
 * @param {string} contents
 * @param {string} style its name, if there is one
 * @param {import("esbuild").BuildOptions} [how] as one that comes after page.js
 */
async function script(name, contents, style, how = later) {
  const file = `${root}/src/styles/${style}.css`;
  const css = existsSync(file) ? (await build({ ...options, banner: {}, entryPoints: [file], write: false })).outputFiles[0].text : "";
  const worn = css ? `import { addStyle } from "./add-style.js"; addStyle(${JSON.stringify(css.trim())});` : "";
  await build({ ...how, stdin: { contents: contents + worn, resolveDir: `${root}/src` }, outfile: to(`${name}.js`) });
  await shrink(`${name}.js`);
}
