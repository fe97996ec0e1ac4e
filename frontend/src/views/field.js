/** A field that is typed into, with none of the browser's help that would answer. */
import { h } from "../dom.js";

/** @param {Record<string, string | boolean | ((event: any) => void)>} attributes */
export function field(attributes) {
  return h("input", {
    type: "text",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    ...attributes,
  });
}
