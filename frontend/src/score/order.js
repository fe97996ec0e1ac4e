/** @import { Order, Scorer } from "../types.d.ts" */
import { areIds, kinds } from "./ids.js";
import { share, unanswered } from "./result.js";
import { sameAmong, settled } from "./same.js";

/** @type {Scorer<Order>} */
export function order({ ids, key, same }, response) {
  if (response == null) return unanswered("nothing-moved");
  if (!areIds(response, ids) || response.length !== ids.length) return unanswered("invalid");
  const kind = kinds(same);
  return share(ids.map((id) => kind(key[response.indexOf(id)]) === kind(id)));
}

/** @typedef {{ key: string[], same: string[][] }} Then what decided a score */

/**
 * @param {Order} question
 * @returns {Then}
 */
export const rightOrder = ({ key, same }) => ({ key: settled(key, same), same: sameAmong(same, key) });

/**
 * @param {Order} question
 * @param {Then} then
 */
export function restrictOrder(question, then) {
  const known = (/** @type {string[]} */ ids) => ids.filter((id) => then.key.includes(id));
  return { ...question, ids: known(question.ids), key: known(question.key) };
}
