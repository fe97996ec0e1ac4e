/** @import { Question, Tools, View } from "../types.d.ts" */
import { choice } from "./choice.js";
import { match } from "./match.js";
import { multipleResponse } from "./multiple-response.js";
import { numeric } from "./numeric.js";
import { order } from "./order.js";

/** @type {Record<Question["type"], (question: any, tools: Tools) => View>} */
const views = { choice, "multiple-response": multipleResponse, numeric, order, match };

/**
 * @param {Tools} tools
 * @returns {View}
 */
export function view(tools) {
  const { question } = tools.source;
  return views[question.type](question, tools);
}
