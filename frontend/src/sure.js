/** Asks a second time before something is done that cannot be undone. */
import { h, newId } from "./dom.js";

/**
 * @param {HTMLElement} after where it stands; the focus comes back there
 * @param {string} question
 * @param {{ yes: string, no: string }} answers
 * @returns {Promise<boolean>} whether it is to be done
 */
export function sure(after, question, { yes, no }) {
  return new Promise((resolve) => {
    // Whoever presses twice is asked once.
    if (after.nextElementSibling?.matches("dialog")) {
      resolve(false);
      return;
    }
    const id = newId();
    const dialog = h(
      "dialog",
      { class: "sc-dialog", "aria-labelledby": id, close: () => (dialog.remove(), resolve(false)) },
      h("p", { id }, question),
      h(
        "div",
        { class: "sc-buttons" },
        h("button", { type: "button", click: () => dialog.close() }, no),
        h("button", { type: "button", click: () => (resolve(true), dialog.close()) }, yes),
      ),
    );
    after.after(dialog);
    // The focus goes to its first button, which does nothing; Escape closes it.
    dialog.showModal();
  });
}
