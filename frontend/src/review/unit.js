/** What is asked together in a review: a question, or a case with all of its parts. */
/** @import { Store } from "../types.d.ts" */
/** @import { Given } from "./view.js" */
import { readQuestion } from "../source.js";
import { slotOf } from "../store/slot.js";

/** The sitting in which reviews are kept, apart from the answers on the course's own pages. */
export const SITTING = "review";

/**
 * @typedef {object} Unit
 * @property {string} bank
 * @property {string} name in the bank: that of the question, or of the case
 * @property {string[]} asks the names of what is due in it, `bank/question` or `bank/case/part`
 *
 * @typedef {object} Known of the log
 * @property {Set<string>} ids of all attempts
 * @property {Map<string, string>} latest the id of the latest attempt, by slot
 * @property {Map<string, string>} seen its fingerprint, by question
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
 * @param {Pick<Given, "bank" | "parsed" | "learn" | "base">} given
 * @returns {Promise<HTMLElement>} a quiz of it, not alive yet
 * @throws when the bank cannot be had, or has no such question
 */
export async function pieceOf({ bank, name }, { bank: read, parsed, learn, base }) {
  const { open, questions } = await read(bank);
  if (!questions || !Object.hasOwn(questions, name)) throw new Error(`${bank}/${name} is not there`);
  const root = /** @type {HTMLElement} */ (parsed(`${open}${questions[name]}</div>`).firstElementChild);
  root.dataset.sitting = SITTING;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = root.querySelectorAll("a[href]");
  for (const link of links) {
    const to = link.getAttribute("href") ?? "";
    if (!/^[a-z]+:/i.test(to)) link.setAttribute("href", base + to);
    // Whoever follows one shall come back to the question.
    link.target = "_blank";
    link.rel = "noopener";
  }
  /** @type {NodeListOf<HTMLElement>} */
  const asking = root.querySelectorAll("[data-q]");
  await learn?.([...asking].map((section) => readQuestion(section).type));
  return root;
}

/**
 * Has the questions of a quiz asked as if they never were: what was answered stays in the log. Those
 * with variants come with other numbers than the last time.
 *
 * @param {HTMLElement} root
 * @param {Pick<Store, "attempts" | "draft" | "save">} store
 * @param {number} at milliseconds since 1970
 * @param {Known} known of which the store may not have heard yet
 * @returns {Set<string>} the ids of attempts that were there before
 */
export function begunAnew(root, store, at, { ids, latest, seen }) {
  const before = new Set(ids);
  /** @type {NodeListOf<HTMLElement>} */
  const sections = root.querySelectorAll(".sc-question");
  for (const section of sections) {
    const { question = "" } = section.dataset;
    const slot = slotOf(question, SITTING);
    const here = store.attempts(slot).map(({ id }) => id);
    const told = latest.get(slot);
    const last = (told && !here.includes(told) ? told : here.at(-1)) ?? "";
    for (const id of here) before.add(id);
    const draft = store.draft(slot);
    // One that was begun already, and left in the middle, is gone on with.
    if (draft && (draft.after ?? "") === last && (draft.restarted || !last)) continue;
    const asks = readQuestion(section);
    const variant = another(asks, seen.get(question));
    if (!last && !variant) continue;
    const from = last ? { after: last, restarted: true } : { after: null };
    store.save(slot, { v: 1, at, ...from, type: asks.type, response: null, hints: 0, ...(variant && { variant }) });
  }
  return before;
}

/**
 * @param {any} question
 * @param {string} [fp] that of the variant that was answered last
 * @returns {string | undefined} the next variant; nothing where there is none
 */
function another({ variants = [] }, fp) {
  const n = variants.findIndex((/** @type {{ fp: string }} */ each) => each.fp === fp);
  return variants[(n + 1) % variants.length]?.id;
}
