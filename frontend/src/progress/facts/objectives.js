/** How it went by objective: what was tried, what was right at first, and what is right by now. */
/** @import { Outline, Row } from "../../types.d.ts" */
/** @import { History } from "./history.js" */
import { isRight } from "./history.js";

/**
 * @typedef {object} ObjectiveFact
 * @property {string} text
 * @property {string} [address] of the section that teaches it
 * @property {number} of how many questions serve it
 * @property {number} tried
 * @property {number} first right at the first attempt
 * @property {number} last right at the latest
 */

/**
 * @param {Outline} outline
 * @param {History} history
 * @returns {{ title: string, objectives: ObjectiveFact[] }[]} by bank, in the order in which they are asked
 */
export function objectivesTried({ banks, questions }, { questions: tried }) {
  /** @type {Map<string, Row[][]>} */
  const served = new Map();
  for (const [name, { objective }] of Object.entries(questions)) {
    const key = `${name.split("/", 1)[0]}/${objective}`;
    const own = served.get(key) ?? [];
    own.push(tried.get(name) ?? []);
    served.set(key, own);
  }
  return Object.entries(banks).map(([bank, { title, objectives }]) => ({
    title,
    objectives: Object.entries(objectives).flatMap(([name, { text, address }]) => {
      const own = served.get(`${bank}/${name}`) ?? [];
      const answered = own.filter((rows) => rows.length);
      return own.length
        ? [
            {
              text,
              ...(address && { address }),
              of: own.length,
              tried: answered.length,
              first: answered.filter((rows) => isRight(rows[0])).length,
              last: answered.filter((rows) => isRight(rows[rows.length - 1])).length,
            },
          ]
        : [];
    }),
  }));
}

/**
 * @param {Outline} outline
 * @param {History} history
 * @returns {{ title: string, address?: string }[]} those that are another question since the latest answer
 */
export function changedSince({ questions }, { questions: tried }) {
  return Object.entries(questions).flatMap(([name, { fps, title, address }]) => {
    const latest = tried.get(name)?.at(-1);
    return latest && !fps.includes(latest.fp) ? [{ title, ...(address && { address }) }] : [];
  });
}
