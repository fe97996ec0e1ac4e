/** Which questions of a quiz are asked: those drawn for this round. */
/** @import { Live, Store } from "./types.d.ts" */
import { shuffled } from "./shuffle.js";
import { outer, units } from "./units.js";

/** @typedef {ReturnType<typeof asking>} Asking */

/**
 * @param {HTMLElement} root
 * @param {Live[]} questions all of the quiz
 * @param {Store} store
 * @param {string} seed
 */
export function asking(root, questions, store, seed) {
  const { quiz, draw, sitting } = root.dataset;
  const most = Number(draw) || Infinity;
  const name = `${quiz}#round`;
  const saved = () => Math.max(0, Math.trunc(Number(store.load(name)))) || 0;
  let round = saved();
  /** @type {Live[]} */
  let asked = [];
  deal();

  return {
    get asked() {
      return asked;
    },
    hide,
    /** Takes all answers back and draws anew; a second sitting keeps to the questions of the first. */
    startAgain() {
      for (const question of questions) question.reset(true);
      if (draw && !sitting) store.save(name, (round += 1));
      deal();
    },
    refresh() {
      for (const question of questions) question.refresh();
      const before = round;
      round = saved();
      if (round !== before) deal();
    },
  };

  function deal() {
    asked = draw ? drawn(questions, most, `${seed}/${name}`, round) : questions;
    hide([]);
    // A question that could not be brought alive stands there all the same, and counts.
    const shown = [...root.querySelectorAll(".sc-question:not([hidden])")];
    for (const { section, number } of asked) number(shown.indexOf(section) + 1, shown.length);
  }

  /** @param {Live[]} aside asked questions that are not to be seen for a while */
  function hide(aside) {
    for (const question of questions) {
      question.section.hidden = !asked.includes(question) || aside.includes(question);
    }
    /** @type {NodeListOf<HTMLElement>} */
    const cases = root.querySelectorAll(".sc-case");
    for (const each of cases) each.hidden = !each.querySelector(".sc-question:not([hidden])");
  }
}

/**
 * Each round goes on in the learner's own order where the last one stopped, so that a question
 * comes again only when all of its objective have been asked. A case is drawn as a whole.
 *
 * @param {Live[]} questions
 * @param {number} most how many of each objective
 * @param {string} name decides the order
 * @param {number} round
 */
function drawn(questions, most, name, round) {
  /** @type {Map<string | undefined, Live[][]>} */
  const groups = new Map();
  for (const unit of units(questions)) {
    const { objective } = JSON.parse(outer(unit[0]).dataset.q ?? "{}");
    groups.set(objective, [...(groups.get(objective) ?? []), unit]);
  }
  const lucky = [...groups].flatMap(([objective, group]) => {
    const order = shuffled(group.length, `${name}/${objective}`);
    const count = Math.min(most, group.length);
    return Array.from({ length: count }, (_, n) => group[order[(round * most + n) % order.length]]);
  });
  const chosen = lucky.flat();
  return questions.filter((question) => chosen.includes(question));
}
