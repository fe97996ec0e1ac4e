/** Leads to a form, filled in, where the people who keep the course can be told. */
/** @import { Source, State } from "./types.d.ts" */
import { current } from "./variants.js";
import { words } from "./words.js";

/** A longer response makes an address that servers refuse. */
const LONGEST = 500;

/** @param {string} address */
export const isWebAddress = (address) => /^https?:\/\/[\w.-]+(:\d+)?(\/|$)/i.test(address);

/**
 * The names of the fields are those of `.github/ISSUE_TEMPLATE/question.yml`; a host that knows
 * no forms takes the body.
 *
 * @param {string} repository its web address
 * @param {Source} source
 * @param {State} state
 * @returns {string}
 */
export function reportAddress(repository, { id, question }, { response, variant }) {
  const { fp } = current(question, variant);
  const given = JSON.stringify(response).slice(0, LONGEST);
  const answer = variant == null ? given : `${given} (variant ${variant})`;
  const title = words("report-title", { id });
  const body = `Question: ${id}\nFingerprint: ${fp}\nResponse: ${answer}\n\n`;
  const base = repository.replace(/\/+$/, "");
  return /\bgitlab\b/.test(new URL(base).hostname)
    ? `${base}/-/issues/new?${new URLSearchParams({ "issue[title]": title, "issue[description]": body })}`
    : `${base}/issues/new?${new URLSearchParams({ template: "question.yml", title, question: id, fingerprint: fp, response: answer, body })}`;
}
