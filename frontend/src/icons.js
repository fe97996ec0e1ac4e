/** Icons as lines, drawn in the colour of the text, so that forced colours reach them. */
const lines = {
  right: "M3 8.5l3.5 3.5L13 4.5",
  wrong: "M4 4l8 8M12 4l-8 8",
  partial: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11v11",
  again: "M13.5 2v4h-4M13 6a5.5 5.5 0 1 0 .5 3",
  up: "M8 13V3.5M4 7.5l4-4 4 4",
  down: "M8 3v9.5M4 8.5l4 4 4-4",
};
const SVG = "http://www.w3.org/2000/svg";

/** @typedef {keyof typeof lines} Icon */

/** @param {Icon} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "sc-icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", lines[name]);
  svg.append(path);
  return svg;
}
