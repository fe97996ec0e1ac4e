/** JupyterLab, as an anywidget. */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Traits } from "../store/kernel.js" */
import de from "../../../src/selfcheck/languages/de.json";
import en from "../../../src/selfcheck/languages/en.json";
import es from "../../../src/selfcheck/languages/es.json";
import * as common from "../common.js";
import { overview } from "../overview/index.js";
import { summary } from "../overview/summary.js";
import { quiz } from "../quiz.js";
import { features } from "../registry.js";
import { sanitised } from "../sanitise.js";
import { kernelStore } from "../store/kernel.js";
import { localStore } from "../store/local.js";
import { isNumber, list, record, text } from "../store/sound.js";
import { slotOf } from "../store/slot.js";
import "../types/index.js";
import { teach } from "../words.js";

export { score } from "../score.js";

const all = (/** @type {Record<string, object>} */ sections) => Object.assign({}, ...Object.values(sections));
teach({ de: all(de), en: all(en), es: all(es) });
Object.assign(features, { overview, summary });

/** Scripts of question types that have been run: a widget may be shown again. @type {Set<string>} */
const loaded = new Set();

export default { render };

/**
 * @param {{ model: AnyModel<Traits>, el: HTMLElement }} view
 * @returns {Promise<() => void>} ends the view
 */
async function render({ model, el }) {
  const store = kernelStore(model, localStore(text(model.get("course")) || "course"));
  let end = () => {};
  await loadTypes(list(model.get("types")).filter(text));
  const draw = () => {
    end();
    el.replaceChildren(sanitised(text(model.get("html"))));
    // A link in the same tab would close JupyterLab.
    for (const link of el.querySelectorAll("a")) link.target = "_blank";
    /** @type {HTMLElement | null} */
    const root = el.querySelector(".selfcheck");
    const question = el.querySelector(".sc-question")?.getAttribute("data-question") ?? "";
    const slot = slotOf(question, root?.dataset.sitting);
    // Once for a widget: a second view must not take back what the learner has made of it.
    const touched = slot in record(model.get("drafts")) || list(model.get("log")).length;
    const number = model.get("answer");
    const answer = !touched && isNumber(number) ? number : null;
    const given = { report: text(model.get("report")), answer };
    end = root ? quiz(root, store, "notebook", given) : () => {};
  };
  draw();
  el.addEventListener("keydown", stop);
  model.on("change:html", draw);
  return () => {
    end();
    el.removeEventListener("keydown", stop);
    model.off("change:html", draw);
  };
}

/**
 * Runs the scripts of question types from elsewhere, which on a site come after page.js. When one
 * fails, its questions stay plain, as they do there.
 *
 * @param {string[]} scripts
 */
async function loadTypes(scripts) {
  for (const script of scripts) {
    if (loaded.has(script)) continue;
    loaded.add(script);
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
}

/**
 * Keeps a key in the quiz: JupyterLab would go to the next cell at an arrow key, or delete one at d.
 *
 * @param {Event} event
 */
function stop(event) {
  event.stopPropagation();
}
