/** @import { Live } from "../types.d.ts" */
import { words } from "../words.js";

/** @param {Live[]} asked */
export const rights = (asked) => asked.filter(({ state }) => state.result?.score === 1).length;

/** @param {Live[]} asked */
export function total(asked) {
  const partly = asked.filter(({ state }) => state.result?.score).length - rights(asked);
  const values = { right: rights(asked), total: asked.length, n: partly };
  return words(partly ? "total-partly" : "total-right", values);
}
