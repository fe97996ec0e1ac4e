/** What is asked together in a review: a question, or a case with all of its parts. */
/** @import { Store } from "../types.d.ts" */
/** @import { Given } from "./view.js" */
import { readQuestion } from "../source.js";
import { slotOf } from "../store/slot.js";

/**
 * @typedef {object} Unit
 * @property {string} bank
 * @property {string} name in the bank: that of the question, or of the case
 * @property {string[]} asks the names of what is due in it, `bank/question` or `bank/case/part`
 */

/**
 * @param {string[]} questions names of what is due, in their order
 * @returns {Unit[]} a case stands where the first of its parts does
 */
export function unitsOf(questions) {
  /** @type {Map<string, Unit>} */
  const units = new Map();
  for (const question of questions) {
    const [bank, name] = question.split("/");
    const unit = units.get(`${bank}/${name}`) ?? { bank, name, asks: [] };
    unit.asks.push(question);
    units.set(`${bank}/${name}`, unit);
  }
  return [...units.values()];
}

/**
 * @param {Unit} unit
 * @param {Given} given
 * @returns {Promise<HTMLElement>} a quiz of it, not alive yet
 * @throws when the bank cannot be had, or has no such question
 */
export async function pieceOf({ bank, name }, { bank: read, parsed, base, host }) {
  const { open, questions } = await read(bank);
  if (!Object.hasOwn(questions, name)) throw new Error(`${bank}/${name} is not there`);
  const root = /** @type {HTMLElement} */ (parsed(`${open}${questions[name]}</div>`).firstElementChild);
  root.dataset.sitting = "review";
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = root.querySelectorAll("a[href]");
  for (const link of links) {
    const to = link.getAttribute("href") ?? "";
    if (!/^[a-z]+:/i.test(to)) link.setAttribute("href", base + to);
    // Whoever follows one shall come back to the question.
    if (host === "page") link.target = "_blank";
  }
  return root;
}

/**
 * Has the questions of a quiz asked as if they never were: what was answered stays in the log.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 * @param {string} sitting
 * @param {number} at milliseconds since 1970
 */
export function begunAnew(root, store, sitting, at) {
  /** @type {NodeListOf<HTMLElement>} */
  const sections = root.querySelectorAll(".sc-question");
  for (const section of sections) {
    const slot = slotOf(section.dataset.question ?? "", sitting);
    const last = store.attempts(slot).at(-1);
    const draft = store.draft(slot);
    // One that was begun anew already, and left in the middle, is gone on with.
    if (!last || (draft?.restarted && draft.after === last.id)) continue;
    const { type } = readQuestion(section);
    store.save(slot, { v: 1, at, after: last.id, restarted: true, type, response: null, hints: 0 });
  }
}
