/** Which questions of a quiz are asked: those drawn for this round. */
/** @import { Live, Store } from "./types.d.ts" */
import { count } from "./log/attempt.js";
import { shuffled } from "./shuffle.js";
import { readQuestion } from "./source.js";
import { boxOf, together } from "./together.js";

/** @typedef {ReturnType<typeof drawn>} Draw */

/**
 * @param {HTMLElement} root
 * @param {Live[]} questions all of the quiz
 * @param {Store} store
 * @param {string} seed
 */
export function drawn(root, questions, store, seed) {
  const { quiz, draw, sitting } = root.dataset;
  const most = Number(draw) || Infinity;
  const name = `${quiz}#round`;
  const saved = () => count(store.draft(name)?.round);
  let round = saved();
  /** @type {Live[]} */
  let asked = [];
  deal();

  return {
    get asked() {
      return asked;
    },
    deal,
    hide,
    /** Takes all answers back and draws anew; a second sitting keeps to the questions of the first. */
    startAgain() {
      for (const question of questions) question.reset(true);
      if (draw && !sitting) store.save(name, { v: 1, at: Date.now(), round: (round += 1) });
      deal();
    },
    /**
     * Once something is checked, the questions of this round stay, whatever is added to the pool.
     */
    keep() {
      if (draw && questions.some(({ state }) => state.checked) && !kept().length) {
        store.save(name, { v: 1, at: Date.now(), round, asked: [...new Set(asked.map((question) => boxOf(question).dataset.question))] });
      }
    },
    /**
     * @param {string} [slot] the one that has changed; all may have when it is left out
     * @returns {boolean} whether anything shown is something else by now
     */
    refresh(slot) {
      const changed = questions.filter((question) => (slot ?? question.slot) === question.slot && question.refresh());
      const before = round;
      if ((slot ?? name) === name) round = saved();
      if (round !== before) deal();
      return changed.length > 0 || round !== before;
    },
  };

  function deal() {
    asked = draw ? pick(questions, most, `${seed}/${name}`, round, kept()) : questions;
    hide([]);
    // A question that cannot be brought alive stands there all the same, and counts.
    const shown = [...root.querySelectorAll(".sc-question:not([hidden])")];
    for (const { section, number } of asked) number(shown.indexOf(section) + 1, shown.length);
  }

  /** @returns {string[]} */
  function kept() {
    const { asked = [], round: of } = store.draft(name) ?? {};
    return count(of) === round ? asked : [];
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
 * @param {string[]} kept what was asked in this round when it was begun
 */
function pick(questions, most, name, round, kept) {
  /** @type {Map<string | undefined, Map<string, Live[]>>} */
  const groups = new Map();
  for (const unit of together(questions)) {
    const box = boxOf(unit[0]);
    const { objective } = readQuestion(box);
    const group = groups.get(objective) ?? new Map();
    groups.set(objective, group.set(box.dataset.question, unit));
  }
  const units = [...groups].flatMap(([objective, group]) => {
    const order = shuffled([...group.keys()], `${name}/${objective}`);
    return nextAsked(order, most, round, kept).map((id) => group.get(id) ?? []);
  });
  const chosen = units.flat();
  return questions.filter((question) => chosen.includes(question));
}

/**
 * @param {string[]} order all that could be asked
 * @param {number} most
 * @param {number} round
 * @param {unknown[]} kept may hold anything
 * @returns {string[]} what is asked: of *kept* what there still is, then as the order goes on
 */
export function nextAsked(order, most, round, kept) {
  const start = order.length ? (round * Math.min(most, order.length)) % order.length : 0;
  const turned = [...order.slice(start), ...order.slice(0, start)];
  const held = turned.filter((id) => kept.includes(id));
  return [...held, ...turned.filter((id) => !kept.includes(id))].slice(0, most);
}
