/** My progress on a page of the site. It needs nothing of page.js, which such a page may do without. */
import { h } from "../dom.js";
import { load } from "../load.js";
import { due } from "../progress/due.js";
import { progress } from "../progress/view.js";
import { features } from "../registry.js";
import { localStore } from "../store/local.js";
import { log as reads } from "../store/settle.js";
import { speak, teach, words } from "../words.js";

const page = /** @type {any} */ (globalThis);
const { src, dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);

async function start() {
  teach(page.selfcheckWords);
  features.log = reads;
  speak(document.documentElement.lang || "en");
  /** @type {NodeListOf<HTMLElement>} */
  const views = document.querySelectorAll("[data-view=progress]");
  try {
    await load(new URL("course.js", src).href);
  } catch {
    for (const el of views) el.replaceChildren(h("p", { role: "alert" }, words("progress-unread")));
    return;
  }
  /** @type {import("../types.d.ts").Outline} */
  const outline = page.selfcheckCourse;
  // Scripts stand in _static/selfcheck of the site.
  const base = new URL("../../", src).href;
  const log = localStore(outline.course);
  await Promise.all([...views].map((el) => progress(el, { log, outline, host: "page", base, due }).drawn));
  // They read the whole log once more, which the view need not wait for. Without marks nothing is lost.
  if (dataset.marks) load(new URL(dataset.marks, src).href).catch(() => {});
}

if (document.readyState === "complete") void start();
else document.addEventListener("DOMContentLoaded", start);
