/** JupyterLab, as an anywidget. */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Traits } from "../store/kernel.js" */
/** @import { Store } from "../types.d.ts" */
import { kernelStore } from "../store/kernel.js";
import { localStore } from "../store/local.js";
import { isNumber, list, text } from "../store/sound.js";
import { tellingStore } from "../store/telling.js";
import { brought } from "./brought.js";
import "./everything.js";
import { show } from "./output.js";

export { score } from "../score.js";

/** Whether a view has got the number from the learner's code; the module is read anew for each widget. */
let taken = false;

export default { render };

/**
 * @param {{ model: AnyModel<Traits>, el: HTMLElement }} view
 * @returns {Promise<() => void>} ends the view
 */
async function render({ model, el }) {
  const local = localStore(text(model.get("course")) || "course");
  /** @type {Store & { readonly touched: boolean, took?(): void, end(): void }} */
  const store = model.get("keeper") === "browser" ? tellingStore(model, local) : kernelStore(model, local);
  let end = () => {};
  await brought(list(model.get("types")).filter(text));
  const draw = () => {
    end();
    end = show(el, text(model.get("html")), store, () => {
      const number = model.get("answer");
      // Once for a widget: a second view must not take back what the learner has made of it.
      const answer = !taken && !store.touched && isNumber(number) ? number : null;
      taken ||= answer != null;
      if (answer != null) store.took?.();
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
