/** Bundles src/ into the files that the Python package ships. */
import { build } from "esbuild";

/** @type {import("esbuild").BuildOptions} */
const shared = {
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

await build({ ...shared, entryPoints: ["src/hosts/notebook.js"], format: "esm", outfile: to("widget.js") });
await build({ ...shared, entryPoints: ["src/hosts/page.js"], format: "iife", outfile: to("page.js") });
await build({ ...shared, entryPoints: ["src/styles/index.css"], outfile: to("selfcheck.css") });
