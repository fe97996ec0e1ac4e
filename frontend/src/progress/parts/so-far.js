/** What was done so far, and what comes next. */
/** @import { Facts } from "../facts/index.js" */
/** @import { Place, Tag } from "../pieces.js" */
/** @import { Due } from "../view.js" */
import { h } from "../../dom.js";
import { words } from "../../words.js";
import { date, link, number, section } from "../pieces.js";

/**
 * @param {Facts} facts
 * @param {Due | null} due
 * @param {Place & { tag: Tag, forgets: boolean, review?: string }} place `forgets`: nothing can be kept here
 */
export function soFar({ checks, tried, of, first, next }, due, place) {
  if (!checks) return [h("p", {}, words(place.forgets ? "kept-forgets" : "progress-none")), ...comesNext(next, place)];
  const said = words("so-far", { n: checks, tried: number(tried), of: number(of), date: date(first) });
  return [h("p", {}, said), ...comesNext(next, place), ...(due ? [dueToday(due, place)] : [])];
}

/**
 * @param {Facts["next"]} next
 * @param {Place & { tag: Tag }} place
 */
function comesNext(next, place) {
  const what = next
    ? h("p", {}, h("strong", {}, link(next, place)), " ", words("go-on", { done: next.done, of: next.of }))
    : h("p", {}, words("all-pages-done"));
  return [section("comes-next", place, what)];
}

/**
 * @param {Due} due
 * @param {Place & { review?: string }} place
 */
function dueToday({ waiting, next }, place) {
  const { review } = place;
  const now = waiting ? words("due-today", { n: waiting }) : words("due-none");
  const later = next ? ` ${words("due-then", { n: number(next.n), date: date(next.at) })}` : "";
  const there = waiting && review ? [" ", link({ title: words("to-review"), address: review }, place)] : [];
  return h("p", {}, now, waiting ? "" : later, ...there);
}
