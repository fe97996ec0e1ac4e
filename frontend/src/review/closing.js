/** After a review: how it went, and when the next is. */
/** @import { Due } from "./due.js" */
/** @import { Shown } from "./view.js" */
import { h } from "../dom.js";
import { list } from "../progress/pieces.js";
import { words } from "../words.js";
import { coming } from "./coming.js";

/**
 * @param {Map<string, number>} scores of first answers, by question
 * @param {Due} due
 * @param {{ given: Shown, start: () => void }} what
 * @returns {Node[]}
 */
export function closing(scores, due, { given, start }) {
  const right = [...scores.values()].filter((score) => score === 1).length;
  const missed = [...scores].filter(([, score]) => score < 1);
  const places = missed.map(([question]) => given.outline.questions[question] ?? { title: question });
  const again = h("button", { type: "button", click: start }, words("review-more", { n: due.waiting }));
  return [
    h(given.tag, { tabindex: "-1" }, words(scores.size ? "review-done" : "review-left")),
    ...(scores.size ? [h("p", {}, words("review-right", { n: right, total: scores.size }))] : []),
    ...(places.length ? [h("p", {}, words("review-missed")), list(places, given)] : []),
    ...(due.now.length ? [h("div", { class: "sc-buttons" }, again)] : []),
    // Whoever stops here has what is left before them tomorrow.
    ...coming(due, due.waiting, given),
  ];
}
