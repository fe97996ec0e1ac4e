/** A page without a kernel: the browser keeps the answers. */
import * as common from "../common.js";
import { load } from "../load.js";
import { quiz } from "../quiz.js";
import { features, register } from "../registry.js";
import { slice } from "../soon.js";
import { answers } from "../store/answers.js";
import { slotsIn } from "../store/slot.js";
import choice from "../types/choice.js";
import { teach } from "../words.js";

const page = /** @type {any} */ (globalThis);
const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const { report, course, log } = own?.dataset ?? {};

// Its words stand before it; the scripts of further types and of whole quizzes come after it.
page.selfcheck = common;
register("choice", choice);

async function start() {
  teach(page.selfcheckWords);
  /** @type {HTMLElement | null} */
  const bar = document.querySelector(".sc-tools");
  if (bar) {
    bar.hidden = false;
    bar.onclick = async ({ target }) => {
      await load(beside(bar.dataset.script));
      features.tool?.(/** @type {HTMLElement} */ (target));
    };
  }
  features.ready = () => load(beside(log ?? "log.js"));
  const store = answers(course ?? "course");
  await store.load(slotsIn(document));
  /** @type {Set<HTMLElement>} */
  const roots = new Set(document.querySelectorAll(".selfcheck"));
  more();

  function more() {
    slice(roots, (root) => {
      roots.delete(root);
      quiz(root, store, "page", { report });
    });
    if (roots.size) setTimeout(more);
  }
}

/** @param {string | undefined} address from this script on */
const beside = (address) => new URL(/** @type {string} */ (address), own?.src).href;

if (document.readyState === "complete") start();
else document.addEventListener("DOMContentLoaded", start);
