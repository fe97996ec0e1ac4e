/** What the extension loads with the first quiz in a language: everything that quizzes need. */
import { h } from "../dom.js";
import "../hosts/everything.js";
import { show } from "../hosts/output.js";
import { localStore } from "../store/local.js";
import { speak, words } from "../words.js";
import { readable } from "./readable.js";

/**
 * Shows a quiz that answers.
 *
 * @param {HTMLElement} node
 * @param {string} html
 * @param {string} course its id
 * @returns {() => void} ends it
 */
export const revive = (node, html, course) => show(node, html, localStore(course));

/**
 * Returns what an untrusted notebook can show of a quiz, and a note that says so.
 *
 * @param {string} html
 * @param {(() => void) | null} trust asks whether to trust the notebook, where the host can
 * @returns {{ text: string, note: HTMLElement }}
 */
export function withoutTrust(html, trust) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  speak(body.querySelector(".selfcheck")?.getAttribute("lang") || "en");
  const replaced = readable(body);
  // The sanitiser drops how a list counts, and the key names letters.
  for (const list of body.querySelectorAll("ol[type=A]")) list.classList.add("sc-lettered");
  const button = trust ? [" ", h("button", { type: "button", class: "jp-mod-styled", click: trust }, words("trust"))] : [];
  const more = replaced ? [` ${words("as-text")}`] : [];
  const note = h("p", { class: "sc-untrusted", role: "note" }, words("untrusted"), ...more, ...button);
  return { text: body.innerHTML, note };
}
