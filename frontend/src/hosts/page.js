/** A page without a kernel: the browser keeps the answers. */
import * as common from "../common.js";
import { quiz } from "../quiz.js";
import { register } from "../registry.js";
import { slice } from "../soon.js";
import { localStore } from "../store/local.js";
import choice from "../types/choice.js";
import { teach } from "../words.js";

const page = /** @type {any} */ (globalThis);
const { report, course } = /** @type {HTMLElement | null} */ (document.currentScript)?.dataset ?? {};

// Its words stand before it; the scripts of further types and of whole quizzes come after it.
page.selfcheck = common;
register("choice", choice);

function start() {
  teach(page.selfcheckWords);
  const store = localStore(course ?? "course");
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

if (document.readyState === "complete") start();
else document.addEventListener("DOMContentLoaded", start);
