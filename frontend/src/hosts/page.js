/** A page without a kernel: the browser keeps the answers. */
import { quiz } from "../quiz.js";
import { local } from "../store.js";

function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const roots = document.querySelectorAll(".selfcheck");
  for (const root of roots) quiz(root, local, "page");
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
