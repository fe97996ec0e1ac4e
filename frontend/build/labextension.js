/**
 * Builds the extension for JupyterLab, prebuilt: nobody who installs it needs Node. A file's name
 * has a hash of what stands in it, so that no browser takes an older one.
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";

const NAME = "selfcheck";

/**
 * @param {import("esbuild").BuildOptions} options
 * @param {string} root the folder frontend/
 */
export async function labextension(options, root) {
  const folder = `${root}/../src/labextensions/${NAME}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/static`, { recursive: true });

  const style = await text({ ...options, banner: {}, entryPoints: ["src/styles/labextension.css"] });
  const contents =
    'export * from "./labextension/quizzes.js";' +
    `import { addStyle } from "./add-style.js"; addStyle(${JSON.stringify(style.trim())});`;
  const quizzes = await text({ ...options, stdin: { contents, resolveDir: `${root}/src` }, format: "esm" });
  const file = await put("quizzes", quizzes);
  const entry = await text({
    ...options,
    entryPoints: ["src/labextension/index.js"],
    format: "iife",
    define: { SELFCHECK_QUIZZES: JSON.stringify(file) },
  });
  const load = `static/${await put("remoteEntry", entry)}`;

  const project = await readFile(`${root}/../src/pyproject.toml`, "utf8");
  const [, version] = /^version = "(.+)"$/m.exec(project) ?? [];
  await json("package.json", {
    name: NAME,
    version,
    description: "Brings saved quizzes alive, without a kernel",
    license: "BSD-3-Clause",
    jupyterlab: { extension: true, _build: { load, extension: "./extension" } },
  });
  await json("install.json", {
    packageManager: "python",
    packageName: NAME,
    uninstallInstructions: `Use your Python package manager (pip, conda, etc.) to uninstall ${NAME}`,
  });

  /**
   * @param {string} name
   * @param {string} code
   */
  async function put(name, code) {
    const hash = createHash("sha256").update(code).digest("hex").slice(0, 8);
    await writeFile(`${folder}/static/${name}.${hash}.js`, code);
    return `${name}.${hash}.js`;
  }

  /**
   * @param {string} name
   * @param {object} data
   */
  function json(name, data) {
    return writeFile(`${folder}/${name}`, `${JSON.stringify(data, null, 2)}\n`);
  }
}

/** @param {import("esbuild").BuildOptions} options */
async function text(options) {
  const { outputFiles } = await build({ ...options, write: false });
  return /** @type {import("esbuild").OutputFile[]} */ (outputFiles)[0].text;
}
