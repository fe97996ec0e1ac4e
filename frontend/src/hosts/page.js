/** A page without a kernel: the browser keeps the answers. */
import * as common from "../common.js";
import { quiz } from "../quiz.js";
import { types } from "../registry.js";
import { localStore } from "../store/local.js";
import choice from "../types/choice.js";
import multipleResponse from "../types/multiple-response.js";
import { teach } from "../words.js";

const page = /** @type {any} */ (globalThis);
const { repository, course } = /** @type {HTMLElement | null} */ (document.currentScript)?.dataset ?? {};

// The scripts of further types, of whole quizzes and of a language come after this one.
page.selfcheck = common;
Object.assign(types, { choice, "multiple-response": multipleResponse });

function start() {
  teach(page.selfcheckWords);
  const store = localStore(course ?? "course");
  /** @type {NodeListOf<HTMLElement>} */
  const roots = document.querySelectorAll(".selfcheck");
  for (const root of roots) quiz(root, store, "page", { repository });
}

if (document.readyState === "complete") start();
else document.addEventListener("DOMContentLoaded", start);
