/** A page without a kernel: the browser keeps the answers. */
import * as common from "../common.js";
import { load } from "../load.js";
import { quiz } from "../quiz.js";
import { features, register } from "../registry.js";
import { slice } from "../soon.js";
import { localStore } from "../store/local.js";
import choice from "../types/choice.js";
import { teach } from "../words.js";

const page = /** @type {any} */ (globalThis);
const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const { report, course } = own?.dataset ?? {};

// Its words stand before it; the scripts of further types and of whole quizzes come after it.
page.selfcheck = common;
register("choice", choice);

function start() {
  teach(page.selfcheckWords);
  const store = localStore(course ?? "course");
  /** @type {Set<HTMLElement>} */
  const roots = new Set(document.querySelectorAll(".selfcheck"));
  more();
  /** @type {HTMLElement | null} */
  const bar = document.querySelector(".sc-tools");
  if (!bar) return;
  bar.hidden = false;
  bar.onclick = async ({ target }) => {
    await load(new URL(/** @type {string} */ (bar.dataset.script), own?.src).href);
    features.tool?.(/** @type {HTMLElement} */ (target));
  };

  function more() {
    slice(roots, (root) => {
      roots.delete(root);
      quiz(root, store, "page", { report });
    });
    if (roots.size) setTimeout(more);
  }
}

if (document.readyState === "complete") start();
else document.addEventListener("DOMContentLoaded", start);
