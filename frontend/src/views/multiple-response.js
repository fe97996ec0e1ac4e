/** @import { Options, Tools, View } from "../types.d.ts" */
import { words } from "../words.js";
import { options } from "./options.js";

/**
 * @param {Options} question
 * @param {Tools} tools
 * @returns {View}
 */
export function multipleResponse({ key, ...question }, tools) {
  const boxes = options({ key, ...question }, tools, "checkbox");
  const chosen = (/** @type {any} */ response) => /** @type {string[]} */ (response ?? []);
  return {
    ...boxes,
    how: words("choose-all"),
    read: () => (boxes.read().length ? boxes.read() : null),
    write: (response) => boxes.write(chosen(response)),
    tally(_, response) {
      const right = chosen(response).filter((id) => key.includes(id)).length;
      const n = chosen(response).length - right;
      return words(n ? "tally-wrong" : "tally", { right, total: key.length, n });
    },
  };
}
