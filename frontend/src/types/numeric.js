/** @import { Numeric, Type } from "../types.d.ts" */
import { measureKey as decides, numeric as score } from "../score/numeric.js";
import { numeric as view } from "../views/numeric.js";

/** @type {Type<Numeric, string>} */
export default {
  score,
  keep: () => null,
  decides,
  view,
  xapi: {
    interaction: "numeric",
    // In the question's unit; as it was typed it stands in an extension.
    write: (_response, _question, { value }) => String(value),
    pattern: ({ key, tol }) => [tol ? `${exact(key - tol)}[:]${exact(key + tol)}` : String(key)],
  },
};

/**
 * @param {number} value
 * @returns {number} without the noise of binary fractions
 */
function exact(value) {
  return Number(value.toPrecision(12));
}
