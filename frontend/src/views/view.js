/** @import { Tools, View } from "../types.d.ts" */
import { types } from "../registry.js";

/**
 * @param {Tools} tools
 * @returns {View}
 */
export function view(tools) {
  const { question } = tools.source;
  return types[question.type].view(question, tools);
}
