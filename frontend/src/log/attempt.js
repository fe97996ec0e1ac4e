/** Reads of a statement what a question needs of it. */
/** @import { Attempt } from "../types.d.ts" */
import { isLevel } from "../confidence.js";
import { isNumber, isResponse, isText, time } from "../store/sound.js";
import { VERSION, extension } from "./names.js";

/** The year 9999: what is later has no time after it in which a next attempt could be. */
const LATEST = Date.UTC(9999);

/**
 * @param {any} statement may be anything
 * @returns {Attempt | null} null when it is no attempt that this version understands
 */
export function attempt(statement) {
  const { id, timestamp, object, result, context } = statement ?? {};
  const at = time(timestamp);
  const key = extension(object?.definition, "key");
  const type = extension(object?.definition, "type");
  const score = result?.score?.scaled;
  const response = extension(result, "response");
  if (!isText(id) || !(at >= 0 && at < LATEST) || key == null || !isResponse(response ?? null)) return null;
  if (!isNumber(score) || score < 0 || score > 1) return null;
  if (extension(context, "version") !== VERSION) return null;
  const variant = extension(context, "variant");
  const confidence = extension(context, "confidence");
  return {
    id,
    at,
    type,
    key,
    score,
    response,
    tries: count(extension(context, "tries")) || 1,
    hints: count(extension(context, "hints")),
    ...(isText(variant) && { variant }),
    ...(isLevel(confidence) && { confidence }),
  };
}

/** @param {unknown} value */
export const count = (value) => (typeof value === "number" ? Math.min(Math.max(Math.trunc(value) || 0, 0), 1e6) : 0);

/**
 * @template {{ at: number, id: string }} T
 * @param {T[]} attempts
 * @returns {T[]} the oldest first; of two at one time always the same
 */
export const oldestFirst = (attempts) =>
  attempts.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
