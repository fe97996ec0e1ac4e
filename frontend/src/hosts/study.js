/** Views over the whole course in JupyterLab, as an anywidget: its own, so that quizzes stay small. */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Local } from "../store/local.js" */
import { h } from "../dom.js";
import { due } from "../progress/due.js";
import { progress } from "../progress/view.js";
import { review } from "../review/view.js";
import { sanitised } from "../sanitise.js";
import { kernelStore } from "../store/kernel.js";
import { localStore } from "../store/local.js";
import { list, text } from "../store/sound.js";
import { ELSE, wire } from "../store/wire.js";
import { speak, words } from "../words.js";
import { brought } from "./brought.js";
import "./everything.js";
import { keep } from "./output.js";

export default { render };

/**
 * @param {{ model: AnyModel<any>, el: HTMLElement }} view
 * @returns {() => void} ends the view
 */
function render({ model, el }) {
  speak(text(model.get("language")) || "en");
  const local = localStore(text(model.get("course")) || "course");
  const log = model.get("keeper") === "browser" ? asking(model, local) : kernelStore(model, local);
  let ended = false;
  let end = () => {};
  el.addEventListener("keydown", keep);
  el.replaceChildren(h("p", {}, words("progress-read")));
  void show();
  return () => {
    ended = true;
    end();
    log.end();
    el.removeEventListener("keydown", keep);
  };

  async function show() {
    try {
      const begun = await begin();
      if (ended) begun();
      else end = begun;
    } catch (error) {
      console.warn("selfcheck:", error);
      el.replaceChildren(h("p", { role: "alert" }, words("progress-unread")));
    }
  }

  async function begin() {
    const { outline } = await log.ask({ type: "outline" });
    const given = { log, outline, host: /** @type {const} */ ("notebook"), base: text(model.get("base")) };
    if (model.get("view") !== "review") return progress(el, { ...given, due }).end;
    const bank = async (/** @type {string} */ name) => {
      const found = await log.ask({ type: "bank", name });
      await brought(list(found.scripts).filter(text));
      return found;
    };
    return review(el, { ...given, bank, parsed: sanitised });
  }
}

/**
 * @param {AnyModel<any>} model
 * @param {Local} local where the browser keeps the answers: the kernel has none to ask for
 */
function asking(model, local) {
  const kernel = wire(model, () => {}, () => {});
  return Object.assign(local, {
    ask: (/** @type {Record<string, any>} */ message) => kernel.ask(message, ELSE),
    end: () => kernel.end(),
  });
}
