/** A quiz in an output of JupyterLab, with a kernel or without. */
/** @import { Given } from "../quiz.js" */
/** @import { Store } from "../types.d.ts" */
import { quiz } from "../quiz.js";
import { sanitised } from "../sanitise.js";
import { slotsIn } from "../store/slot.js";

/**
 * @param {HTMLElement} el
 * @param {string} html
 * @param {Store} store
 * @param {(root: HTMLElement) => Given} [given]
 * @returns {() => void} ends the view
 */
export function show(el, html, store, given = () => ({})) {
  el.replaceChildren(sanitised(html));
  // A link in the same tab would close JupyterLab.
  for (const link of el.querySelectorAll("a")) link.target = "_blank";
  /** @type {HTMLElement | null} */
  const root = el.querySelector(".selfcheck");
  let end = () => {};
  let over = false;
  void store.load(slotsIn(el)).then(() => {
    if (root && !over) end = quiz(root, store, "notebook", given(root));
  });
  el.addEventListener("keydown", keep);
  return () => {
    over = true;
    end();
    el.removeEventListener("keydown", keep);
  };
}

/**
 * Keeps a key in the quiz: JupyterLab would go to the next cell at an arrow key, or delete one at d.
 * What is pressed with Ctrl, Meta or Alt is JupyterLab's, such as Ctrl+S; AltGr types a character.
 *
 * @param {KeyboardEvent} event
 */
export function keep(event) {
  const command = event.ctrlKey || event.metaKey || event.altKey;
  if (!command || event.getModifierState("AltGraph")) event.stopPropagation();
}
