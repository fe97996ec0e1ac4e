/** @import { Options, Tools, View } from "../types.d.ts" */
import { options } from "./options.js";

/**
 * @param {Options} question
 * @param {Tools} tools
 * @returns {View}
 */
export function choice(question, tools) {
  const radios = options(question, tools, "radio");
  return {
    ...radios,
    read: () => radios.read()[0] ?? null,
    write: (response) => radios.write(typeof response === "string" ? [response] : []),
  };
}
