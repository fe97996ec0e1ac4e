/**
 * A figure, and the names of its regions as native radio buttons or checkboxes. The list is what
 * keyboards and screen readers use; a press on the figure presses the control of the region.
 */
/** @import { Options, Tools, View } from "../types.d.ts" */
import { copies, h } from "../dom.js";
import { words } from "../words.js";
import { options } from "./options.js";

/**
 * @param {Options} question
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
  for (const [id, input] of inputs) {
    const point = (/** @type {boolean} */ on) => () => regions[id]?.toggleAttribute("data-near", on);
    const row = /** @type {HTMLElement} */ (input.closest(".sc-row"));
    row.addEventListener("focusin", point(true));
    row.addEventListener("focusout", point(false));
    row.addEventListener("mouseenter", point(true));
    row.addEventListener("mouseleave", point(false));
  }

  figure.addEventListener("click", ({ target }) => {
    const hit = /** @type {Element} */ (target).closest("[data-region]");
    inputs.get(hit?.getAttribute("data-region") ?? "")?.click();
  });

  return {
    ...list,
    nodes: [figure, ...list.nodes],
    how: words(single ? "point" : "point-all"),
    read: () => (list.read().length ? list.read() : null),
    write(response) {
      list.write(Array.isArray(response) ? response : []);
      draw();
    },
    mark() {
      list.mark();
      for (const [id, input] of inputs) {
        const kind = input.closest(".sc-row")?.getAttribute("data-mark");
        if (kind && regions[id]) regions[id].dataset.mark = kind;
      }
    },
  };

  function pressed() {
    draw();
    changed();
  }

  function draw() {
    for (const [id, { checked }] of inputs) regions[id]?.toggleAttribute("data-on", checked);
  }
}
