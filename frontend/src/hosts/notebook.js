/** JupyterLab, as an anywidget. */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Traits } from "../store/kernel.js" */
import * as common from "../common.js";
import { kernelStore } from "../store/kernel.js";
import { localStore } from "../store/local.js";
import { isNumber, list, record, text } from "../store/sound.js";
import { slotOf, slotsIn } from "../store/slot.js";
import "./everything.js";
import { show } from "./output.js";

export { score } from "../score.js";

/** Scripts of question types, each run once: a widget may be shown again. @type {Map<string, Promise<void>>} */
const running = new Map();

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
    end = show(el, text(model.get("html")), store, (root) => {
      const question = root.querySelector(".sc-question")?.getAttribute("data-question") ?? "";
      const slot = slotOf(question, root.dataset.sitting);
      // Once for a widget: a second view must not take back what the learner has made of it.
      const touched = slot in record(model.get("drafts")) || list(model.get("log")).length;
      const number = model.get("answer");
      return { report: text(model.get("report")), answer: !touched && isNumber(number) ? number : null };
    });
    store.catchUp(slotsIn(el));
  };
  draw();
  model.on("change:html", draw);
  return () => {
    end();
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
