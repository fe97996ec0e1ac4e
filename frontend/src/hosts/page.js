/** A page without a kernel: the browser keeps the answers. */
import * as common from "../common.js";
import { load } from "../load.js";
import { quiz } from "../quiz.js";
import { features, register } from "../registry.js";
import { localStore } from "../store/local.js";
import choice from "../types/choice.js";
import multipleResponse from "../types/multiple-response.js";
import { teach } from "../words.js";

const page = /** @type {any} */ (globalThis);
const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const { report, course } = own?.dataset ?? {};

// Its words stand before it; the scripts of further types and of whole quizzes come after it.
page.selfcheck = common;
register("choice", choice);
register("multiple-response", multipleResponse);

function start() {
  teach(page.selfcheckWords);
  const store = localStore(course ?? "course");
  /** @type {NodeListOf<HTMLElement>} */
  const roots = document.querySelectorAll(".selfcheck");
  for (const root of roots) quiz(root, store, "page", { report });
  /** @type {HTMLElement | null} */
  const bar = document.querySelector(".sc-tools");
  if (!bar) return;
  bar.hidden = false;
  bar.onclick = async ({ target }) => {
    await load(new URL(bar.dataset.script ?? "tools.js", own?.src).href);
    features.tool?.(/** @type {HTMLElement} */ (target));
  };
}

if (document.readyState === "complete") start();
else document.addEventListener("DOMContentLoaded", start);
