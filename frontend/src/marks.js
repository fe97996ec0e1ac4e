/** Marks beside the controls after a check: an icon, words, and the author's feedback. */
/** @import { Icon } from "./icons.js" */
import { h } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @param {HTMLElement} row what the mark belongs to
 * @param {"right" | "wrong" | "missed"} kind
 * @param {(Node | string)[]} said
 * @param {Node[]} feedback
 */
export function mark(row, kind, said, feedback) {
  row.dataset.mark ??= kind;
  const note = h("div", { class: "sc-note", "data-kind": kind }, label(kind === "wrong" ? kind : "right", ...said));
  if (feedback.length) note.append(h("div", {}, ...feedback));
  row.append(note);
}

/** @param {Element} root */
export function unmark(root) {
  for (const note of root.querySelectorAll(".sc-note")) note.remove();
  for (const row of root.querySelectorAll("[data-mark]")) row.removeAttribute("data-mark");
}

/**
 * @param {Icon} name
 * @param {(Node | string)[]} said
 */
export function label(name, ...said) {
  return h("p", { class: "sc-mark" }, icon(name), h("span", {}, ...said));
}
