/**
 * JupyterLab, Notebook 7 and JupyterLite: brings saved quizzes alive, without a kernel.
 *
 * A module as webpack's federation has it, made by hand: JupyterLab gives its shared modules to
 * `init`, and asks `get` for the plugin. What a quiz needs comes with the first quiz.
 */
/** @import { Application, Load, RenderMime, Shared } from "./types.d.ts" */
import { htmlOfQuizzes } from "./html.js";
import { viewsOfWidgets } from "./widget-view.js";

const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/**
 * Loads what brings quizzes alive; one for each language, as a module speaks one at a time.
 *
 * @type {Load}
 */
async function load(lang) {
  try {
    return await import(new URL(`${SELFCHECK_QUIZZES}?${lang}`, here).href);
  } catch (error) {
    console.warn("selfcheck: quizzes stay plain.", error);
    return null;
  }
}

/** @type {Shared} */
let shared = {};

const page = /** @type {any} */ (globalThis);
page._JUPYTERLAB ??= {};
page._JUPYTERLAB.selfcheck = {
  init(/** @type {Shared} */ scope) {
    shared = scope;
  },
  async get() {
    const { IRenderMimeRegistry } = await module("@jupyterlab/rendermime");
    const plugin = { id: "selfcheck:plugin", autoStart: true, requires: [IRenderMimeRegistry], activate };
    return () => ({ __esModule: true, default: plugin });
  },
};

/** @param {string} name */
async function module(name) {
  const versions = Object.values(shared[name]);
  const found = versions.find(({ loaded }) => loaded) ?? versions[0];
  return (await found.get())();
}

/**
 * @param {Application} app
 * @param {RenderMime} rendermime
 */
function activate(app, rendermime) {
  htmlOfQuizzes(app, rendermime, load);
  // ipywidgets has its renderer by then, if it is there.
  void app.started.then(() => viewsOfWidgets(rendermime, load));
}
