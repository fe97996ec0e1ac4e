/** Before a review: how much is due, or why nothing is. */
/** @import { Due } from "./due.js" */
/** @import { Shown } from "./view.js" */
import { h } from "../dom.js";
import { link } from "../progress/pieces.js";
import { words } from "../words.js";
import { coming } from "./coming.js";

/**
 * @param {Due} due
 * @param {{ given: Shown, start: () => void, forgets: boolean }} what `forgets`: nothing can be kept here
 * @returns {Node[]}
 */
export function opening(due, { given, start, forgets }) {
  if (due.now.length) {
    const here = words("review-due", { n: due.waiting });
    const more = due.waiting > due.now.length ? ` ${words("review-first", { n: due.now.length })}` : "";
    const button = h("button", { type: "button", class: "sc-main", click: start }, words("review-start"));
    return [h("p", {}, here + more), h("div", { class: "sc-buttons" }, button), ...coming(due, due.waiting - due.now.length, given)];
  }
  if (due.next.size) return [h("p", {}, words("review-none")), ...coming(due, 0, given)];
  if (forgets) return [h("p", {}, words("review-forgets"))];
  const first = given.outline.pages[0];
  return [h("p", {}, words("review-nothing-yet"), ...(first ? [" ", link(first, given)] : []))];
}
