/** @import { Order, Scorer } from "../types.d.ts" */
import { areIds, kinds } from "./ids.js";
import { share, unanswered } from "./result.js";

/** @type {Scorer<Order>} */
export function order({ ids, key, same }, response) {
  if (response == null) return unanswered("nothing-moved");
  if (!areIds(response, ids) || response.length !== ids.length) return unanswered("invalid");
  const kind = kinds(same);
  return share(ids.map((id) => kind(key[response.indexOf(id)]) === kind(id)));
}

/**
 * @param {Order} question
 * @param {string[]} then
 */
export function restrictOrder(question, then) {
  const known = (/** @type {string[]} */ ids) => ids.filter((id) => then.includes(id));
  return { ...question, ids: known(question.ids), key: known(question.key) };
}

/**
 * @param {Order} question
 * @param {string[]} then
 */
export function orderHolds(question, then) {
  const kind = kinds(question.same);
  const { key } = restrictOrder(question, then);
  return key.length === then.length && key.every((id, place) => kind(id) === kind(then[place]));
}
