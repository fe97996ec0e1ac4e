/** Small pictures. What they show stands in words beside them, so nobody is told of them. */
/** Columns for which there is room at least: one alone would be a wall. */
const FEWEST = 14;
const SPACE = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SPACE, tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * A bar that is filled as far as *n* of *of*.
 *
 * @param {number} n
 * @param {number} of
 */
export function bar(n, of) {
  const width = of ? (100 * n) / of : 0;
  return svg(
    "svg",
    { class: "sc-bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "sc-empty", width: 100, height: 8 }),
    svg("rect", { class: "sc-full", width, height: 8 }),
  );
}

/**
 * Columns beside each other; of each a part is filled.
 *
 * @param {{ n: number, right: number }[]} columns
 */
export function columns(columns) {
  const most = Math.max(1, ...columns.map(({ n }) => n));
  const height = (/** @type {number} */ n) => (60 * n) / most;
  const rects = columns.flatMap(({ n, right }, place) => [
    svg("rect", { class: "sc-empty", x: place * 10 + 1, y: 60 - height(n), width: 8, height: height(n) }),
    svg("rect", { class: "sc-full", x: place * 10 + 1, y: 60 - height(right), width: 8, height: height(right) }),
  ]);
  // As long as time goes: what lies beyond it would be days without answers.
  const line = svg("rect", { class: "sc-ground", x: 0, y: 60, width: 10 * columns.length, height: 1 });
  const width = 10 * Math.max(columns.length, FEWEST);
  const box = { viewBox: `0 0 ${width} 61`, preserveAspectRatio: "none" };
  return svg("svg", { class: "sc-columns", ...box, "aria-hidden": "true" }, ...rects, line);
}
