/** @import { ShortText, Type } from "../types.d.ts" */
import { escaped } from "../log/paired.js";
import { shortText as score, typedKey as decides } from "../score/short-text.js";
import { shortText as view } from "../views/short-text.js";

/** @type {Type<ShortText, string>} */
export default {
  score,
  keep: () => null,
  decides,
  view,
  xapi: {
    interaction: "fill-in",
    write: escaped,
    pattern: ({ key, case: letters }) =>
      key.map((/** @type {string} */ form) => `{case_matters=${!!letters}}${escaped(form)}`),
  },
};
