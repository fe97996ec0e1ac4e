/** Keeps answers in the browser, where it allows that. */
/** @import { Store } from "./types.d.ts" */
import { keep, recall } from "./browser.js";

const ATTEMPTS = "selfcheck:attempts";
/** How many attempts are kept: the newest, about a megabyte. */
const MOST = 1000;

let persistent = keep("selfcheck.probe", 1);

/** @type {Store} */
export const local = {
  get persistent() {
    return persistent;
  },
  load: (name) => recall(`selfcheck:${name}`),
  save: (name, value) => put(`selfcheck:${name}`, value),
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
