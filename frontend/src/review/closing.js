/** After a review: how it went, and when the next is. */
/** @import { Due } from "./due.js" */
/** @import { Given } from "./view.js" */
import { h } from "../dom.js";
import { words } from "../words.js";
import { coming } from "./coming.js";

/**
 * @param {Map<string, number>} scores of first answers, by question
 * @param {Due} due
 * @param {{ given: Given, begin: () => void }} what
 * @returns {Node[]}
 */
export function closing(scores, due, { given, begin }) {
  const { outline, base } = given;
  const right = [...scores.values()].filter((score) => score === 1).length;
  const missed = [...scores].filter(([, score]) => score < 1);
  const rows = missed.map(([question]) => {
    const { title = question, address } = outline.questions[question] ?? {};
    return h("li", {}, address == null ? title : h("a", { href: base + address }, title));
  });
  const again = h("button", { type: "button", click: begin }, words("review-more", { n: due.waiting }));
  return [
    h("h2", { tabindex: "-1" }, words("review-done")),
    h("p", {}, words("review-right", { n: right, total: scores.size })),
    ...(rows.length ? [h("p", {}, words("review-missed")), h("ul", {}, ...rows)] : []),
    ...(due.now.length ? [h("div", { class: "sc-buttons" }, again)] : []),
    ...coming(due, given),
  ];
}
