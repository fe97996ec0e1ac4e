/**
 * A figure, and the names of its regions as native radio buttons or checkboxes. The list is what
 * keyboards and screen readers use; a press on the figure presses the control of the region.
 */
/** @import { Choice, Tools, View } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { words } from "../words.js";
import { options } from "./options.js";

/**
 * @param {Choice} question
 * @param {Tools} tools
 * @returns {View}
 */
export function hotspot(question, tools) {
  const { source, changed } = tools;
  const single = question.key.length === 1;
  const list = options(question, { ...tools, changed: pressed }, single ? "radio" : "checkbox");
  const figure = h("figure", { class: "sc-figure" }, ...copies(source.figure));
  /** @type {Record<string, SVGElement>} */
  const regions = {};
  /** @type {NodeListOf<SVGElement>} */
  const drawn = figure.querySelectorAll("[data-region]");
  for (const region of drawn) regions[region.dataset.region ?? ""] = region;
  const { inputs } = list;
  inputs.forEach((input, index) => {
    const point = (/** @type {boolean} */ on) => () => regions[index].toggleAttribute("data-near", on);
    const row = /** @type {HTMLElement} */ (input.closest(".sc-row"));
    row.addEventListener("focusin", point(true));
    row.addEventListener("focusout", point(false));
    row.addEventListener("mouseenter", point(true));
    row.addEventListener("mouseleave", point(false));
  });

  figure.addEventListener("click", ({ target }) => {
    const hit = /** @type {Element} */ (target).closest("[data-region]");
    inputs[Number(hit?.getAttribute("data-region") ?? -1)]?.click();
  });

  return {
    ...list,
    nodes: [figure, ...list.nodes],
    how: words(single ? "point" : "point-all"),
    read: () => (list.read().length ? list.read() : null),
    write(response) {
      list.write(Array.isArray(response) ? /** @type {number[]} */ (response) : []);
      draw();
    },
    mark() {
      list.mark();
      inputs.forEach((input, index) => {
        const kind = input.closest(".sc-row")?.getAttribute("data-mark");
        if (kind) regions[index].dataset.mark = kind;
      });
    },
    keep: (_, response) => {
      const right = /** @type {number[]} */ (response).filter((n) => question.key.includes(n));
      return right.length ? right : null;
    },
  };

  function pressed() {
    draw();
    changed();
  }

  function draw() {
    inputs.forEach(({ checked }, index) => regions[index].toggleAttribute("data-on", checked));
  }
}
