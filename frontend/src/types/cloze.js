/** @import { Cloze, Type } from "../types.d.ts" */
import { paired } from "../log/paired.js";
import { cloze as score, gapKeys as decides, keepGaps as keep, salvageGaps as salvage } from "../score/cloze.js";
import { restrictBy } from "../score/pairs.js";
import { cloze as view } from "../views/cloze.js";

/** @type {Type<Cloze, Record<string, string>, Record<string, unknown>>} */
export default {
  score,
  keep,
  decides,
  restrict: (question, then) => restrictBy(question, then, "gaps"),
  salvage,
  view,
  xapi: {
    // A gap is a step: xAPI's fill-in has no names for its blanks.
    interaction: "performance",
    write: paired,
    // Of several accepted forms the first: their combinations could be thousands.
    pattern: ({ ids, gaps }) => [
      paired(Object.fromEntries(ids.map((/** @type {string} */ id, /** @type {number} */ n) => [id, [gaps[n].key].flat()[0]]))),
    ],
  },
};
