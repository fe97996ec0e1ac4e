/** Reads of a statement what views over a whole course need of it. */
/** @import { Row } from "../types.d.ts" */
import { text } from "../store/sound.js";
import { attempt } from "./attempt.js";
import { extension } from "./names.js";

/**
 * @param {any} statement may be anything
 * @param {string} slot
 * @returns {Row | null} null when it is no attempt that this version understands
 */
export function rowOf(statement, slot) {
  const made = attempt(statement);
  if (!made) return null;
  const { id, at, score, tries, hints, confidence } = made;
  const fp = text(extension(statement.object.definition, "fingerprint"));
  return { id, slot, at, fp, score, tries, hints, ...(confidence && { confidence }) };
}
