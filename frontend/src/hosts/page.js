/** A page without a kernel: the browser keeps the answers. */
/** @import { Store } from "../types.d.ts" */
import { keep, recall } from "../browser.js";
import { quiz } from "../quiz.js";

const ATTEMPTS = "selfcheck:attempts";
/** How many attempts are kept: the newest, about a megabyte. */
const MOST = 1000;

let persistent = keep("selfcheck.probe", 1);

/** @type {Store} */
const store = {
  get persistent() {
    return persistent;
  },
  load: (question) => recall(`selfcheck:${question}`),
  save: (question, state) => put(`selfcheck:${question}`, state),
  record(statement) {
    const kept = recall(ATTEMPTS);
    const attempts = Array.isArray(kept) ? kept : [];
    put(ATTEMPTS, [...attempts, statement].slice(-MOST));
  },
};

/**
 * @param {string} key
 * @param {unknown} value
 */
function put(key, value) {
  if (!keep(key, value)) persistent = false;
}

function start() {
  for (const root of document.querySelectorAll(".selfcheck")) quiz(root, store, "page");
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
