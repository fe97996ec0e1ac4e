/** Leaves out of the catalogues what a file that holds all words never says. */
import { readFile } from "node:fs/promises";

/**
 * @param {string[]} sections
 * @returns {import("esbuild").Plugin}
 */
export function without(sections) {
  return {
    name: "words",
    setup(build) {
      build.onLoad({ filter: /[\\/]languages[\\/]\w+\.json$/ }, async ({ path }) => {
        const all = Object.entries(JSON.parse(await readFile(path, "utf8")));
        const kept = all.filter(([section]) => !sections.includes(section));
        return { contents: JSON.stringify(Object.fromEntries(kept)), loader: "json" };
      });
    },
  };
}
