/** Takes a page's answers out of the browser, for good, once the learner has said so twice. */
import { h, newId } from "../dom.js";
import { NEWS } from "../store/local.js";
import { slotOf } from "../store/slot.js";
import { drop, found, keyOf } from "../store/storage.js";
import { words } from "../words.js";

/** @param {HTMLElement} button */
export function forget(button) {
  const close = () => dialog.close();
  const id = newId();
  const dialog = h(
    "dialog",
    { class: "sc-live sc-dialog", "aria-labelledby": id, close: () => dialog.remove() },
    h("p", { id }, words("forget-question")),
    h(
      "div",
      { class: "sc-buttons" },
      h("button", { type: "button", click: close }, words("forget-no")),
      h("button", { type: "button", click: () => (erase(), close(), say()) }, words("forget-yes")),
    ),
  );
  const status = button.parentElement?.parentElement?.querySelector("[role=status]");
  status?.replaceChildren();
  button.after(dialog);
  // The focus goes to its first button, and comes back to this one; Escape closes it.
  dialog.showModal();

  function say() {
    status?.replaceChildren(words("forgotten"));
  }
}

/** Deletes what is kept of the page's questions, here and in the browser; other tabs hear of it. */
function erase() {
  const { course = "course" } = /** @type {HTMLElement | null} */ (document.querySelector("script[data-course]"))?.dataset ?? {};
  /** @type {NodeListOf<HTMLElement>} */
  const quizzes = document.querySelectorAll(".selfcheck");
  for (const { dataset } of quizzes) drop(keyOf(course, "draft", `${dataset.quiz}#round`));
  /** @type {NodeListOf<HTMLElement>} */
  const questions = document.querySelectorAll(".selfcheck .sc-question");
  for (const question of questions) {
    const root = /** @type {HTMLElement} */ (question.closest(".selfcheck"));
    const slot = slotOf(question.dataset.question ?? "", root.dataset.sitting);
    const keys = [...found(keyOf(course, "attempt", `${slot}:`)), keyOf(course, "draft", slot)];
    for (const key of keys) {
      drop(key);
      dispatchEvent(new CustomEvent(NEWS, { detail: key }));
    }
  }
  for (const { dataset } of quizzes) {
    dispatchEvent(new CustomEvent(NEWS, { detail: keyOf(course, "draft", `${dataset.quiz}#round`) }));
  }
}
