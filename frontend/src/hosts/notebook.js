/** JupyterLab, as an anywidget. */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Traits } from "../store/kernel.js" */
import * as common from "../common.js";
import { kernelStore } from "../store/kernel.js";
import { localStore } from "../store/local.js";
import { isNumber, list, text } from "../store/sound.js";
import "./everything.js";
import { show } from "./output.js";

export { score } from "../score.js";

/** Scripts of question types, each run once: a widget may be shown again. @type {Map<string, Promise<void>>} */
const running = new Map();

/** Whether a view has got the number from the learner's code; the module is read anew for each widget. */
let taken = false;

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
    end = show(el, text(model.get("html")), store, () => {
      const number = model.get("answer");
      // Once for a widget: a second view must not take back what the learner has made of it.
      const answer = !taken && !store.touched && isNumber(number) ? number : null;
      taken ||= answer != null;
      return { report: text(model.get("report")), answer };
    });
  };
  draw();
  model.on("change:html", draw);
  return () => {
    end();
    store.end();
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
