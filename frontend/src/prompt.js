/** What is asked. */
import { copies, h, newId, textOf } from "./dom.js";
import { words } from "./words.js";

/**
 * Divides a prompt: its last paragraph names the group of controls, what comes earlier stands
 * before them.
 *
 * @param {Element} prompt
 */
export function ask(prompt) {
  const blocks = copies(prompt).filter((node) => node.textContent?.trim() || node instanceof Element);
  const last = blocks.at(-1);
  const asks = last instanceof HTMLParagraphElement;
  if (asks) blocks.pop();
  const legend = h("legend", {}, ...(asks ? last.childNodes : [words("your-answer")]));
  const stem = blocks.length ? [h("div", { class: "sc-stem", id: newId() }, ...blocks)] : [];
  return { stem, legend };
}

/** About as much of a prompt as tells it from the others. */
const SHORT = 64;

/**
 * @param {Element} prompt
 * @returns {string} how it begins
 */
export function beginning(prompt) {
  const text = textOf(prompt);
  return text.length > SHORT ? `${text.slice(0, SHORT).replace(/\W*\s\S*$/, "")}…` : text;
}
