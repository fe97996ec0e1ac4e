/** @import { Choice, Tools, View } from "../types.d.ts" */
import { words } from "../words.js";
import { options } from "./options.js";

/**
 * @param {Choice} question
 * @param {Tools} tools
 * @returns {View}
 */
export function multipleResponse(question, tools) {
  const boxes = options(question, tools, "checkbox");
  const right = (/** @type {number} */ index) => question.key.includes(index);
  const chosen = (/** @type {any} */ response) => /** @type {number[]} */ (response ?? []);
  return {
    ...boxes,
    how: words("choose-all"),
    read: () => (boxes.read().length ? boxes.read() : null),
    write: (response) => boxes.write(chosen(response)),
    keep: (_, response) => chosen(response).filter(right),
    tally(_, response) {
      const found = chosen(response).filter(right).length;
      const n = chosen(response).length - found;
      return words(n ? "tally-wrong" : "tally", { right: found, total: question.key.length, n });
    },
  };
}
