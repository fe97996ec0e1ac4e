/** Leads to a form, filled in, where the people who keep the course can be told. */
/** @import { Source, State } from "./types.d.ts" */
import { current } from "./variants.js";

/** A longer response makes an address that servers refuse. */
const LONGEST = 500;

/** @param {string} address */
export const isWebAddress = (address) => /^https?:\/\/[\w.-]+(:\d+)?(\/|$)/i.test(address);

/**
 * @param {string} form its address, with names in braces for what is filled in
 * @param {Source} source
 * @param {State} state
 * @returns {string}
 */
export function reportAddress(form, { id, question }, { response, variant }) {
  const { fp } = current(question, variant);
  const given = JSON.stringify(response).slice(0, LONGEST);
  /** @type {Record<string, string>} */
  const values = { id, fp, response: variant == null ? given : `${given} (variant ${variant})` };
  return form.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));
}
