/** Reads a question from the HTML that docs/quiz-html.md describes. */
/** @import { Question, Source } from "./types.d.ts" */
import { textOf } from "./dom.js";

/**
 * @param {HTMLElement} section
 * @param {Question} [question] its `data-q`, read
 * @returns {Source}
 * @throws when the element does not hold a question
 */
export function readSource(section, question = readQuestion(section)) {
  const all = (/** @type {string} */ selector) => [...section.querySelectorAll(selector)];
  const one = (/** @type {string} */ selector) => section.querySelector(selector);
  const id = section.dataset.question ?? "";
  const prompt = one(".sc-prompt");
  if (!id || !prompt) throw new Error("a question without a name or a prompt");
  const { ids = [], to = [], gaps = [], near = [] } = /** @type {any} */ (question);
  const blanks = all(".sc-gap");
  return {
    id,
    question,
    prompt,
    choices: named(ids, all(".sc-options > li, .sc-items > li, .sc-left > li")),
    rights: named(to, all(".sc-right > li, .sc-groups > li")),
    menus: named(
      ids,
      blanks.map((blank, n) => named(gaps[n].ids ?? [], [...blank.querySelectorAll("i")].map(textOf))),
    ),
    text: one(".sc-text"),
    figure: one(".sc-figure"),
    hints: all(".sc-hint"),
    feedback: named(ids.length ? ids : nears(question, near), all(".sc-feedback > li")),
    right: one("p.sc-right"),
    key: one(".sc-key"),
    why: one(".sc-why"),
    sources: one(".sc-sources"),
  };
}

/**
 * @param {HTMLElement} section of a question or of a case
 * @returns {Question} its `data-q`, with lists of ids split
 */
export function readQuestion(section) {
  const data = JSON.parse(section.dataset.q ?? "");
  for (const name of ["ids", "to"]) if (typeof data[name] === "string") data[name] = split(data[name]);
  // The key of a list of ids is one too.
  if (data.ids && typeof data.key === "string") data.key = split(data.key);
  if (data.same) data.same = data.same.map(split);
  if (data.gaps) data.gaps = data.gaps.map((/** @type {any} */ gap) => (gap.ids ? { ...gap, ids: split(gap.ids) } : gap));
  return data;
}

/** @param {string} ids */
const split = (ids) => ids.split(" ");

/**
 * @param {any} question
 * @param {any[]} near
 * @returns {string[]} the well-known wrong answers, which are the same in each variant
 */
function nears(question, near) {
  return (question.variants?.[0].near ?? near).map((/** @type {any[]} */ [id]) => id);
}

/**
 * @template T
 * @param {string[]} ids
 * @param {T[]} things in the same order
 * @returns {Record<string, T>}
 */
function named(ids, things) {
  const pairs = ids.slice(0, things.length).map((id, n) => [id, things[n]]);
  return Object.assign(Object.create(null), Object.fromEntries(pairs));
}
