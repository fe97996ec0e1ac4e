/** match and categorize: each thing on the left is given one on the right. */
/** @import { Missing, Pairs, Response, Score } from "../types.d.ts" */
import { entriesOf, kinds } from "./ids.js";
import { share, unanswered } from "./result.js";
import { sameAmong, settled } from "./same.js";

/**
 * @param {Missing} missing what it is called when one on the left has none
 * @returns {import("../types.d.ts").Scorer<Pairs>}
 */
export const pairs = (missing) => ({ ids, to, key, same }, response) => {
  if (response == null) return unanswered(missing);
  const given = entriesOf(response);
  const fits = given && [...given].every(([left, right]) => ids.includes(left) && to.includes(/** @type {string} */ (right)));
  if (!fits) return unanswered("invalid");
  if (given.size < ids.length) return unanswered(missing);
  const kind = kinds(same);
  return share(ids.map((left, n) => kind(/** @type {string} */ (given.get(left))) === kind(key[n])));
};

/**
 * @param {Pairs} question
 * @param {Record<string, string>} response
 * @param {Score} result
 * @returns {Response} the right pairs
 */
export function keepPairs({ ids }, response, { parts }) {
  return Object.fromEntries(Object.entries(response).filter(([left]) => parts[ids.indexOf(left)]));
}

/** @param {Pairs} question */
export function partners({ ids, key, same }) {
  const lefts = [...ids].sort();
  const rights = settled(lefts.map((left) => key[ids.indexOf(left)]), same);
  return Object.fromEntries(lefts.map((left, n) => /** @type {[string, string]} */ ([left, rights[n]])));
}

/** @typedef {{ key: Record<string, string>, same: string[][] }} Then what decided a score */

/**
 * @param {Pairs} question
 * @returns {Then}
 */
export const rightPairs = (question) => ({ key: partners(question), same: sameAmong(question.same, question.key) });

/**
 * @template {{ ids: string[] }} Q
 * @param {Q} question
 * @param {Record<string, unknown>} then
 * @param {"key" | "gaps"} list what runs along with its ids
 * @returns {Q}
 */
export function restrictBy(question, then, list) {
  const known = question.ids.map((id) => Object.hasOwn(then, id));
  const only = (/** @type {unknown[]} */ all) => all.filter((_, n) => known[n]);
  return { ...question, ids: only(question.ids), [list]: only(/** @type {any} */ (question)[list]) };
}

/**
 * Where a third of equal texts comes, it may take the derived id of another of them.
 *
 * @param {Pairs} question
 * @param {Then} then
 */
export function restrictPairs(question, then) {
  const kind = kinds(question.same);
  const restricted = restrictBy(question, then.key, "key");
  const key = restricted.key.map((right, n) => {
    const earlier = then.key[restricted.ids[n]];
    return kind(earlier) === kind(right) ? earlier : right;
  });
  return { ...restricted, key };
}

/**
 * @param {Pairs} question
 * @param {unknown} response
 * @returns {Response} what there is of it
 */
export function salvagePairs({ ids, to }, response) {
  const given = [...(entriesOf(response) ?? [])];
  const known = given.filter(([left, right]) => ids.includes(left) && to.includes(/** @type {string} */ (right)));
  return known.length ? /** @type {Record<string, string>} */ (Object.fromEntries(known)) : null;
}
