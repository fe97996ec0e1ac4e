/**
 * Lets a script that comes after page.js take from it what page.js has already, instead of bringing
 * it once more. `type="module"` would do that by itself, but does not load from `file://`.
 */
import { readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { parse } from "acorn";

/** Namespace of the modules that stand for those of page.js; esbuild names it in its errors. */
const GIVEN = "page.js";
/** The one of them that holds all that page.js gives. */
const ALL = "selfcheck";
const MISSING = [
  /^No matching export in "page\.js:(?<file>.+)" for import "(?<name>.+)"$/,
  /^Import "(?<name>.+)" will always be undefined because .+ in "page\.js:(?<file>.+)"$/,
];

/**
 * @typedef {object} Page
 * @property {string} root what all paths are relative to
 * @property {string} common the file that lists what page.js gives
 * @property {Set<string>} inputs the files that are in page.js
 * @property {Map<string, Map<string, string>>} gives by file, the names of its exports and what
 *   `selfcheck` calls them
 */

/**
 * Reads what page.js has and what it gives.
 *
 * @param {import("esbuild").Metafile} metafile of the build of page.js
 * @param {string} common
 * @param {string} root the build's `absWorkingDir`
 * @returns {Promise<Page>}
 * @throws when *common* holds anything but names of other modules
 */
export async function pageOf(metafile, common, root) {
  const outputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const inputs = outputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  const text = await readFile(resolve(root, common), "utf8");
  /** @type {Page["gives"]} */
  const gives = new Map();
  const { body } = parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true });
  for (const statement of body) {
    if (statement.type !== "ExportNamedDeclaration" || !statement.source) {
      const line = statement.loc?.start.line;
      throw new Error(`${common}:${line}: only \`export { name } from "./module.js"\` may stand here`);
    }
    const file = within(root, resolve(root, dirname(common), String(statement.source.value)));
    const names = gives.get(file) ?? new Map();
    for (const { local, exported } of statement.specifiers) names.set(nameOf(local), nameOf(exported));
    gives.set(file, names);
  }
  return { root, common, inputs: new Set(inputs), gives };
}

/**
 * @param {Page} page
 * @param {string[]} [again] files of page.js that the script brings once more: what is small, has no state,
 *   and would make page.js larger if all pages gave it
 * @returns {import("esbuild").Plugin} for the build of a later script
 */
export function fromPage({ root, common, inputs, gives }, again = []) {
  const all = [...gives.values()].flatMap((names) => [...names.values()]);
  return {
    name: "from-page",
    setup(build) {
      // A member of a namespace that is not there: as much a mistake as a missing name.
      build.initialOptions.logOverride = { "import-is-undefined": "error" };
      build.onResolve({ filter: /.*/, namespace: GIVEN }, ({ path }) => ({ path, namespace: GIVEN }));
      build.onResolve({ filter: /^\./ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === GIVEN) return null;
        const found = await build.resolve(path, { ...from, pluginData: GIVEN });
        const file = within(root, found.path);
        const shared = (inputs.has(file) || gives.has(file)) && !again.includes(file);
        return shared ? { path: file, namespace: GIVEN } : found;
      });
      build.onLoad({ filter: /.*/, namespace: GIVEN }, ({ path }) => ({
        contents: path === ALL ? holder(all) : standIn(gives.get(path) ?? new Map()),
      }));
      build.onEnd(({ errors }) => ({ errors: errors.flatMap(mend) }));
    },
  };

  /**
   * @param {import("esbuild").Message} error
   * @returns {import("esbuild").PartialMessage[]}
   */
  function mend({ text, location }) {
    const missing = MISSING.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
    if (!missing) return [];
    const { file, name } = missing;
    const module = within(dirname(common), file);
    const line = `export { ${name} } from "./${module}";`;
    const mended = `add \`${line}\` to ${common}, or move ${name} to a file that page.js does not have`;
    return [{ text: `page.js has ${file} and does not give its ${name} to ${location?.file}: ${mended}`, location }];
  }
}

/**
 * Writes the module that holds all that page.js gives.
 *
 * @param {string[]} names
 */
function holder(names) {
  // Marked as pure, so that esbuild leaves out what a script does not use.
  const values = names.map((name) => `const ${name}_ = /* @__PURE__ */ (() => page.${name})();`);
  const list = names.map((name) => `${name}_ as ${name}`);
  return `const page = ${ALL};${values.join("")}export { ${list.join(", ")} };`;
}

/**
 * Writes the module that stands for one of page.js.
 *
 * @param {Map<string, string>} names
 */
function standIn(names) {
  const list = [...names].map(([name, given]) => `${given} as ${name}`);
  return `export { ${list.join(", ")} } from "${ALL}";`;
}

/** @param {import("acorn").Identifier | import("acorn").Literal} node */
const nameOf = (node) => (node.type === "Identifier" ? node.name : String(node.value));

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string} the path from the folder, with `/` on all systems, as esbuild writes it
 */
const within = (folder, path) => relative(folder, path).replaceAll("\\", "/");
