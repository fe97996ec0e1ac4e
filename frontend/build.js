/** Bundles src/ into the files that the Python package ships. */
import { build } from "esbuild";
import { readFile, readdir } from "node:fs/promises";
import { basename } from "node:path";

/** @type {import("esbuild").BuildOptions} */
const options = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["es2022", "chrome111", "firefox115", "safari16.4"],
  banner: { js: "/* Built from frontend/. */", css: "/* Built from frontend/. */" },
  absWorkingDir: import.meta.dirname,
  logLevel: "info",
};
const to = (/** @type {string} */ name) => `../src/selfcheck/static/${name}`;

await build({ ...options, entryPoints: ["src/hosts/notebook.js"], format: "esm", outfile: to("widget.js") });
await build({ ...options, entryPoints: ["src/hosts/page.js"], format: "iife", outfile: to("page.js") });
await build({ ...options, entryPoints: ["src/styles/index.css"], outfile: to("selfcheck.css") });

/**
 * A script that comes after page.js takes from it what page.js has already, instead of bringing it
 * once more. `type="module"` would do that by itself, but does not load from `file://`.
 *
 * @type {import("esbuild").Plugin}
 */
const takeCommon = {
  name: "take-common",
  async setup({ onLoad }) {
    const text = await readFile(`${import.meta.dirname}/src/common.js`, "utf8");
    const names = new Set([...text.matchAll(/export \{([^}]+)\}/g)].flatMap(([, list]) => list.split(",").map((name) => name.trim())));
    onLoad({ filter: /\/src\/.*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace(/^import \{([^}]+)\} from "[^"]+";$/gm, (line, list) => {
        const wanted = /** @type {string} */ (list).split(",").map((name) => name.trim()).filter(Boolean);
        return wanted.every((name) => names.has(name.split(" as ")[0])) ? `const {${wanted.join(",").replaceAll(" as ", ":")}} = selfcheck;` : line;
      });
      return { contents, loader: "js" };
    });
  },
};

const inPage = ["choice.js", "multiple-response.js", "index.js"];
for (const file of await readdir(`${import.meta.dirname}/src/types`)) {
  if (inPage.includes(file)) continue;
  const name = basename(file, ".js");
  await build({
    ...options,
    stdin: { contents: `import type from "./${file}"; selfcheck.types["${name}"] = type;`, resolveDir: `${import.meta.dirname}/src/types` },
    format: "iife",
    outfile: to(`types/${name}.js`),
    plugins: [takeCommon],
  });
}
await build({ ...options, entryPoints: ["src/overview/script.js"], format: "iife", outfile: to("overview.js"), plugins: [takeCommon] });
