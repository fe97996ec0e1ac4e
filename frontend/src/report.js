/** Leads to a form, filled in, where the people who keep the course can be told. */
/** @import { Source, State } from "./types.d.ts" */
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
export function reportAddress(repository, { id }, { hash, response, variant }) {
  const given = JSON.stringify(response).slice(0, LONGEST);
  const answer = variant == null ? given : `${given} (variant ${variant + 1})`;
  const title = words("report-title", { id });
  const body = `Question: ${id}\nContent hash: ${hash}\nResponse: ${answer}\n\n`;
  const base = repository.replace(/\/+$/, "");
  return /\bgitlab\b/.test(new URL(base).hostname)
    ? `${base}/-/issues/new?${new URLSearchParams({ "issue[title]": title, "issue[description]": body })}`
    : `${base}/issues/new?${new URLSearchParams({ template: "question.yml", title, question: id, hash, response: answer, body })}`;
}
