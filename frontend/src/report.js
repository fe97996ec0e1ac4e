/** Leads to a form, filled in, where the people who keep the course can be told. */
/** @import { Source, State } from "./types.d.ts" */
import { current } from "./variants.js";

/** A longer response makes an address that servers refuse. */
const LONGEST = 500;

/** @param {string} address */
export function isWebAddress(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

/**
 * @param {string} form its address, with names in braces for what is filled in
 * @param {Source} source
 * @param {State} state
 * @returns {string}
 */
export function reportAddress(form, { id, question }, { response, variant }) {
  const { fp } = current(question, variant);
  // By signs and not by their halves: half a sign is nothing that an address could hold.
  const given = [...JSON.stringify(response)].slice(0, LONGEST).join("");
  /** @type {Record<string, string>} */
  const values = { id, fp, response: variant == null ? given : `${given} (variant ${variant})` };
  return form.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));
}
