/** Question types from elsewhere, in JupyterLab. */
import * as common from "../common.js";

/** Scripts, each run once: a widget may be shown again. @type {Map<string, Promise<void>>} */
const running = new Map();

/**
 * Runs the scripts of question types from elsewhere, which on a site come after page.js. When one
 * fails, its questions stay plain, as they do there.
 *
 * @param {string[]} scripts
 * @returns {Promise<void>} when all have run
 */
export async function brought(scripts) {
  for (const script of scripts) {
    // A second view of a widget, shown at the same time, waits as the first does.
    const ran = running.get(script) ?? run(script);
    running.set(script, ran);
    await ran;
  }
}

/** @param {string} script */
async function run(script) {
  const blob = new Blob([`export default (selfcheck) => {\n${script}\n};`], { type: "text/javascript" });
  const address = URL.createObjectURL(blob);
  try {
    const { default: teaches } = await import(/* @vite-ignore */ address);
    teaches(common);
  } catch (error) {
    console.warn("selfcheck: the script of a question type fails.", error);
  }
  URL.revokeObjectURL(address);
}
