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
  const [id, slot, at, fp, score, tries, hints, confidence] = list(value);
  if (![id, slot, fp].every(isText) || ![at, score, tries, hints].every(isNumber)) return null;
  return { id, slot, at, fp, score, tries, hints, ...(isLevel(confidence) && { confidence }) };
}
