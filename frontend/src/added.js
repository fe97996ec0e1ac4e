/** What has come into a question since it was answered. */
import { h } from "./dom.js";
import { words } from "./words.js";

/** @param {HTMLElement} row */
export function added(row) {
  row.append(h("div", { class: "sc-note" }, h("p", { class: "sc-mark" }, words("added"))));
}
