/** How many questions a course asks, and how many of them were answered. */
/** @import { Outline } from "../../types.d.ts" */
/** @import { History } from "./history.js" */

/**
 * A question counts once, whoever asks it. Of those that nobody asks but a quiz that draws, as many
 * count as it asks at one time: so the pages count them too.
 *
 * @param {Pick<Outline, "pages" | "questions">} outline
 * @param {Pick<History, "questions">} history
 * @returns {{ tried: number, of: number }}
 */
export function whole({ pages, questions }, { questions: tried }) {
  const alone = new Set(Object.keys(questions));
  const drawn = pools(pages).map(({ names, atOnce }) => {
    // One that stands in two pools counts in the first.
    const own = names.filter((name) => alone.delete(name));
    return { own, of: Math.min(atOnce, own.length) };
  });
  const answered = (/** @type {Iterable<string>} */ names) => [...names].filter((name) => tried.has(name)).length;
  return {
    tried: drawn.reduce((sum, { own, of }) => sum + Math.min(answered(own), of), answered(alone)),
    of: drawn.reduce((sum, { of }) => sum + of, alone.size),
  };
}

/**
 * @param {Outline["pages"]} pages
 * @returns {{ names: string[], atOnce: number }[]} what is drawn from, but those that are asked in any case
 */
function pools(pages) {
  const certain = new Set(
    pages.flatMap(({ asks, pools = [] }) =>
      asks.filter((_, n) => !pools.some(({ begin, size }) => n >= begin && n < begin + size)).map(({ question }) => question),
    ),
  );
  return pages.flatMap(({ asks, pools = [] }) =>
    pools.map(({ begin, size, atOnce }) => ({
      names: asks.slice(begin, begin + size).flatMap(({ question }) => (certain.has(question) ? [] : [question])),
      atOnce,
    })),
  );
}
