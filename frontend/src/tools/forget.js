/** Takes a page's answers out of the browser, for good, once the learner has said so twice. */
import { range } from "../store/database.js";
import { erase } from "../store/erase.js";
import { slotsIn } from "../store/slot.js";
import { found, keyOf } from "../store/storage.js";
import { sure } from "../sure.js";
import { words } from "../words.js";

/** @param {HTMLElement} button */
export async function forget(button) {
  const status = button.parentElement?.parentElement?.querySelector("[role=status]");
  status?.replaceChildren();
  if (!(await sure(button, words("forget-question"), { yes: words("forget-yes"), no: words("forget-no") }))) return;
  status?.replaceChildren(words((await gone()) ? "forgotten" : "not-forgotten"));
}

/**
 * Deletes what is kept of the page's questions; other tabs hear of it.
 *
 * @returns {Promise<boolean>} whether all of it is gone
 */
async function gone() {
  const { course = "course" } = /** @type {HTMLElement | null} */ (document.querySelector("script[data-course]"))?.dataset ?? {};
  /** @type {NodeListOf<HTMLElement>} */
  const quizzes = document.querySelectorAll(".selfcheck");
  const rounds = [...quizzes].map(({ dataset }) => keyOf(course, "draft", `${dataset.quiz}#round`));
  const slots = slotsIn(document);
  const keys = slots.flatMap((slot) => [...found(keyOf(course, "attempt", `${slot}:`)), keyOf(course, "draft", slot)]);
  try {
    await erase(course, [...rounds, ...keys], (attempts) => slots.forEach((slot) => attempts.delete(range(course, slot))));
    return true;
  } catch {
    return false;
  }
}
