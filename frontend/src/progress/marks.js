/** Marks beside the links of a table of contents, with words for those who do not see them. */
/** @import { Log } from "../types.d.ts" */
/** @import { Page } from "./facts/pages.js" */
import { h } from "../dom.js";
import { words } from "../words.js";
import { history } from "./facts/history.js";
import { pagesDone } from "./facts/pages.js";
import { follow } from "./follow.js";
import { svg } from "./svg.js";

/** Links of the theme's lists of pages; one in the text is no entry of a list. */
const LINKS = ":is(nav, .sidebar-tree, .toctree-wrapper) a[href]";
const MARK = "sc-page-mark";

/**
 * A mark that may be wrong by now is no loss; *My progress* says that answers cannot be read.
 *
 * @param {Page[]} pages
 * @param {Pick<Log, "rows" | "watch">} log
 * @param {string} base the site's root
 */
export function marks(pages, log, base) {
  follow(log, () => log.rows(), (rows) => show(pagesDone(pages, history(rows)), base), () => {});
}

/**
 * @param {import("./facts/pages.js").PageFact[]} pages
 * @param {string} base
 */
function show(pages, base) {
  const known = new Map(pages.map((page) => [new URL(page.address, base).href, page]));
  for (const old of document.querySelectorAll(`.${MARK}`)) old.remove();
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(LINKS);
  for (const link of links) {
    const page = link.getAttribute("href")?.startsWith("#") ? here(known, link) : known.get(link.href);
    if (page?.done && !link.closest("[data-no-marks]")) link.append(mark(page));
  }
}

/**
 * Furo's link to the page itself is a # alone; one to a section of it is no page.
 *
 * @template T
 * @param {Map<string, T>} known
 * @param {HTMLAnchorElement} link
 */
function here(known, link) {
  return link.getAttribute("href") === "#" && link.closest(".current-page") ? known.get(link.href.split("#")[0].split("?")[0]) : undefined;
}

/** @param {import("./facts/pages.js").PageFact} page */
function mark({ done, of }) {
  const whole = done === of;
  return h(
    "span",
    { class: MARK, "data-done": whole ? "whole" : "some", title: words(whole ? "mark-whole" : "mark-some", { done, of }) },
    picture(whole),
    h("span", { class: "sc-unseen" }, ` (${words(whole ? "mark-whole" : "mark-some", { done, of })})`),
  );
}

/**
 * A tick, or a circle that is half full: nothing is told by colour.
 *
 * @param {boolean} whole
 */
function picture(whole) {
  const line = { fill: "none", stroke: "currentColor", "stroke-width": 2 };
  const inside = whole
    ? [svg("path", { ...line, d: "M2 7l4 4 6-8" })]
    : [svg("circle", { ...line, "stroke-width": 1.5, cx: 7, cy: 7, r: 5 }), svg("path", { fill: "currentColor", d: "M7 2a5 5 0 0 0 0 10z" })];
  return svg("svg", { viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, ...inside);
}
