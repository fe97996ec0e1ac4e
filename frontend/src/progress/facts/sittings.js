/** The same questions before and after, side by side by objective. */
/** @import { Outline } from "../../types.d.ts" */
/** @import { History } from "./history.js" */
import { slotOf } from "../../store/slot.js";
import { isRight } from "./history.js";

/** @typedef {{ n: number, before: number, after: number }} Both of questions that were answered twice, and how many were right */

/**
 * @typedef {Both & { title: string, objectives: (Both & { text: string })[] }} Sitting
 *   title: of the page that asks the second time
 */

/**
 * Compares the latest answers of both sittings: what a learner had mended the first time is no gain
 * of the second.
 *
 * @param {Outline} outline
 * @param {History} history
 * @returns {Sitting[]} those with answers in both
 */
export function sittings({ pages, banks, questions }, { slots }) {
  return pages.flatMap(({ title, asks }) => {
    const names = [...new Set(asks.map(({ sitting }) => sitting))];
    return names.flatMap((name) => {
      if (!name) return [];
      /** @type {Map<string, Both & { text: string }>} */
      const objectives = new Map();
      const total = { n: 0, before: 0, after: 0 };
      for (const { question, sitting } of asks) {
        const before = slots.get(question)?.at(-1);
        const after = slots.get(slotOf(question, name))?.at(-1);
        if (sitting !== name || !before || !after) continue;
        const key = `${question.split("/", 1)[0]}/${questions[question]?.objective}`;
        const text = textOf(banks, key);
        const own = objectives.get(key) ?? { text, n: 0, before: 0, after: 0 };
        objectives.set(key, own);
        for (const sum of [own, total]) {
          sum.n += 1;
          sum.before += Number(isRight(before));
          sum.after += Number(isRight(after));
        }
      }
      return total.n ? [{ title, ...total, objectives: [...objectives.values()] }] : [];
    });
  });
}

/**
 * @param {Outline["banks"]} banks
 * @param {string} key
 */
function textOf(banks, key) {
  const [bank, objective] = key.split("/");
  return banks[bank]?.objectives[objective]?.text ?? banks[bank]?.title ?? bank;
}
