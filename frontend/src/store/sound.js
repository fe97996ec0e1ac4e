/**
 * Nothing that was kept is trusted: another script of the site, an older version or a curious learner
 * may have written it. What has not the shape that we write is dropped, and the rest stays.
 */
/** @import { Response } from "../types.d.ts" */
import { isLevel } from "../confidence.js";

/** Signs of a text. Nobody types more into a field; scoring it would hold up the page. */
const LONGEST = 10_000;

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export const isText = (value) => typeof value === "string" && value.length <= LONGEST;

/** @param {unknown} value */
export const text = (value) => (typeof value === "string" ? value : "");

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export const isNumber = (value) => Number.isFinite(value);

/**
 * @param {unknown} value
 * @returns {any[]} nothing in it is known
 */
export const list = (value) => (Array.isArray(value) ? value : []);

/**
 * @param {any} value
 * @returns {Record<string, any>} nothing in it is known
 */
export const record = (value) => (typeof value === "object" && value && !Array.isArray(value) ? value : {});

/**
 * @param {any} value
 * @returns {value is Response}
 */
export const isResponse = (value) =>
  value === null ||
  isText(value) ||
  (typeof value === "object" &&
    Object.values(value).every((each) => isText(each) || (each === null && !Array.isArray(value))));

/** Of a draft, in the order in which it is written. @type {Record<string, (value: any) => boolean>} */
const FIELDS = {
  v: isNumber,
  at: isNumber,
  after: (value) => value === null || isText(value),
  restarted: (value) => value === true,
  type: isText,
  response: isResponse,
  hints: isNumber,
  variant: isText,
  confidence: isLevel,
  round: isNumber,
  asked: (value) => Array.isArray(value) && value.every(isText),
};

/**
 * @param {any} value
 * @returns {any} what is sound of a draft; null when it is none
 */
export function draft(value) {
  if (value?.v !== 1) return null;
  return Object.fromEntries(Object.entries(FIELDS).flatMap(([name, sound]) => (sound(value[name]) ? [[name, value[name]]] : [])));
}

/**
 * @param {unknown} timestamp
 * @returns {number} milliseconds since 1970, or NaN
 */
export const time = (timestamp) => (isText(timestamp) ? Date.parse(timestamp) : NaN);
