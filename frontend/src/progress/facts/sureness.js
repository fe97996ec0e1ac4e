/** How sure a learner was, and how often they were right then. */
/** @import { Level, Outline } from "../../types.d.ts" */
/** @import { History } from "./history.js" */
import { isRight } from "./history.js";

/** Of attempts. Fewer say too little. */
export const ENOUGH = 10;

/**
 * @param {History} history
 * @returns {{ level: Level, n: number, right: number }[]} the surest first; none where there is too little
 */
export function sureness({ rows }) {
  const said = rows.filter(({ confidence }) => confidence);
  if (said.length < ENOUGH) return [];
  return /** @type {Level[]} */ ([3, 2, 1]).map((level) => {
    const own = said.filter(({ confidence }) => confidence === level);
    return { level, n: own.length, right: own.filter(isRight).length };
  });
}

/**
 * @param {Outline} outline
 * @param {History} history
 * @returns {{ title: string, address?: string }[]} of which the latest answer was sure, and wrong
 */
export function sureAndWrong({ questions }, { questions: tried }) {
  return Object.entries(questions).flatMap(([name, { title, address }]) => {
    const latest = tried.get(name)?.at(-1);
    return latest?.confidence === 3 && !isRight(latest) ? [{ title, ...(address && { address }) }] : [];
  });
}
