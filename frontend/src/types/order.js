/** @import { Order, Type } from "../types.d.ts" */
import { listed } from "../log/written.js";
import { salvageList as salvage } from "../score/multiple-response.js";
import { order as score, restrictOrder as restrict, rightOrder as decides } from "../score/order.js";
import { order as view } from "../views/order.js";

/** @type {Type<Order, string[], import("../score/order.js").Then>} */
export default {
  score,
  keep: (_, response) => response,
  decides,
  restrict,
  salvage,
  view,
  xapi: { interaction: "sequencing", write: listed, pattern: ({ key }) => [listed(key)], choices: "choices" },
};
