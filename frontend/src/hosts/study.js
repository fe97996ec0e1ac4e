/** Views over the whole course in JupyterLab, as an anywidget: its own, so that quizzes stay small. */
/** @import { AnyModel } from "@anywidget/types" */
import { due } from "../progress/due.js";
import { progress } from "../progress/view.js";
import { review } from "../review/view.js";
import { sanitised } from "../sanitise.js";
import { kernelStore } from "../store/kernel.js";
import { localStore } from "../store/local.js";
import { text } from "../store/sound.js";
import { speak } from "../words.js";
import { asked } from "./asked.js";
import "./everything.js";
import { keep } from "./output.js";

export default { render };

/**
 * @param {{ model: AnyModel<any>, el: HTMLElement }} view
 * @returns {Promise<() => void>} ends the view
 */
async function render({ model, el }) {
  speak(text(model.get("language")) || "en");
  const log = kernelStore(model, localStore(text(model.get("course")) || "course"));
  const place = { host: /** @type {const} */ ("notebook"), base: text(model.get("base")) };
  el.addEventListener("keydown", keep);
  const { outline } = await asked(model, { type: "outline" });
  const given = { ...place, log, outline };
  const bank = (/** @type {string} */ name) => asked(model, { type: "bank", name });
  const end = model.get("view") === "review" ? await review(el, { ...given, bank, parsed: sanitised }) : progress(el, { ...given, due });
  return () => {
    end();
    el.removeEventListener("keydown", keep);
  };
}
