/** A row as a list of its members, in the order in which the browser's database and the kernel hold it. */
/** @import { Row } from "../types.d.ts" */
import { isLevel } from "../confidence.js";
import { isNumber, isText, list } from "./sound.js";

/** @param {Row} row */
export const listOf = ({ id, slot, at, fp, score, tries, hints, confidence }) => [id, slot, at, fp, score, tries, hints, confidence];

/**
 * @param {unknown} value may be anything
 * @returns {Row | null} null when it is no row
 */
export function rowIn(value) {
  // By their places: to go through lists of them, thousands of times, takes a browser longer.
  const { 0: id, 1: slot, 2: at, 3: fp, 4: score, 5: tries, 6: hints, 7: confidence } = list(value);
  if (!(isText(id) && isText(slot) && isText(fp) && isNumber(at) && isNumber(score) && isNumber(tries) && isNumber(hints))) return null;
  return { id, slot, at, fp, score, tries, hints, ...(isLevel(confidence) && { confidence }) };
}
