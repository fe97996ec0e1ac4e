/** JupyterLab, as an anywidget: the kernel keeps the answers while it runs, the browser for longer. */
/** @import { Statement, Store } from "../types.d.ts" */
import de from "../../../src/selfcheck/languages/de.json";
import en from "../../../src/selfcheck/languages/en.json";
import es from "../../../src/selfcheck/languages/es.json";
import { overview } from "../overview/index.js";
import { quiz } from "../quiz.js";
import { features } from "../registry.js";
import { safe } from "../safe.js";
import { local } from "../store.js";
import "../types/index.js";
import { teach } from "../words.js";

export { score } from "../score.js";

teach({ de, en, es });
features.overview = overview;

/**
 * @typedef {object} Model what an anywidget model offers, as far as it is used here
 * @property {(trait: string) => any} get
 * @property {(trait: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(message: { type: "attempt", statement: Statement }) => void} send
 * @property {(event: string, listener: () => void) => void} on
 * @property {(event: string, listener: () => void) => void} off
 */

export default { render };

/**
 * @param {{ model: Model, el: HTMLElement }} view
 * @returns {() => void} ends the view
 */
function render({ model, el }) {
  const store = storeOf(model);
  let refresh = () => {};
  const draw = () => {
    el.replaceChildren(safe(model.get("html")));
    // A link in the same tab would close JupyterLab.
    for (const link of el.querySelectorAll("a")) link.target = "_blank";
    /** @type {HTMLElement | null} */
    const root = el.querySelector(".selfcheck");
    const id = el.querySelector(".sc-question")?.getAttribute("data-question") ?? "";
    // Once for a widget: a second view must not take back what the learner has made of it.
    const answer = id in (model.get("state") ?? {}) ? null : model.get("answer");
    const given = { repository: model.get("repository"), answer };
    if (root) refresh = quiz(root, store, "notebook", given);
  };
  const update = () => refresh();
  draw();
  el.addEventListener("keydown", stop);
  model.on("change:html", draw);
  model.on("change:state", update);
  return () => {
    el.removeEventListener("keydown", stop);
    model.off("change:html", draw);
    model.off("change:state", update);
  };
}

/**
 * Keeps a key in the quiz: JupyterLab would go to the next cell at an arrow key, or delete one at d.
 *
 * @param {Event} event
 */
function stop(event) {
  event.stopPropagation();
}

/**
 * @param {Model} model
 * @returns {Store}
 */
function storeOf(model) {
  /** @returns {Record<string, unknown>} */
  const states = () => model.get("state") ?? {};
  return {
    get persistent() {
      return local.persistent;
    },
    load: (name) => states()[name] ?? local.load(name),
    save(name, value) {
      local.save(name, value);
      model.set("state", { ...states(), [name]: value });
      model.save_changes();
    },
    record(statement) {
      local.record(statement);
      model.send({ type: "attempt", statement });
    },
  };
}
