/** What the parts of the view are made of. */
/** @import { Word } from "../words.js" */
import { h, newId } from "../dom.js";
import { table } from "../overview/table.js";
import { language, words } from "../words.js";

/**
 * @typedef {object} Place where the view stands
 * @property {"page" | "notebook"} host
 * @property {string} base what goes before an address of the outline
 *
 * @typedef {ReturnType<typeof import("./level.js").below>} Tag of the view's headings
 */

/**
 * @param {Word} title
 * @param {{ tag: Tag }} place
 * @param {(Node | string)[]} children
 */
export function section(title, { tag }, ...children) {
  const id = newId();
  return h("section", { "aria-labelledby": id }, h(tag, { id }, words(title)), ...children);
}

/**
 * A link to a place of the course, or its words where there is none.
 *
 * @param {{ title: string, address?: string }} to
 * @param {Place} place
 */
export function link({ title, address }, { host, base }) {
  if (!address) return title;
  // A link in the same tab would close JupyterLab.
  return h("a", { href: base + address, ...(host === "notebook" && { target: "_blank", rel: "noopener" }) }, title);
}

/**
 * @param {{ title: string, address?: string }[]} links
 * @param {Place} place
 */
export const list = (links, place) => h("ul", {}, ...links.map((each) => h("li", {}, link(each, place))));

/**
 * @param {number} at milliseconds since 1970
 * @param {Intl.DateTimeFormatOptions} [options]
 */
export const date = (at, options) => dates(options)(at);

/**
 * To get ready for it takes a browser longer than to write a date: for a list of them that is done once.
 *
 * @param {Intl.DateTimeFormatOptions} [options]
 * @returns {(at: number) => string}
 */
export function dates(options = { dateStyle: "long" }) {
  const made = new Intl.DateTimeFormat(language(), options);
  return (at) => made.format(at);
}

/** @param {number} n */
export const number = (n) => n.toLocaleString(language());

/**
 * A table under a heading that says what its caption says.
 *
 * @param {string} caption
 * @param {string[]} columns
 * @param {(Node | string)[][]} rows
 */
export function named(caption, columns, rows) {
  const made = table(caption, columns, rows);
  made.caption?.classList.add("sc-said");
  return made;
}

/**
 * A table that may be wider than a phone: then it is moved within its own edges.
 *
 * @param {HTMLTableElement} table
 */
export function roomy(table) {
  const name = table.caption?.textContent ?? "";
  return h("div", { class: "sc-roomy", role: "region", "aria-label": name, tabindex: "0" }, table);
}
