/** @import { Word } from "../words.js" */
import { UnreadError } from "../store/unread.js";
import { words } from "../words.js";

/**
 * What is said where answers cannot be read: why, in the words of a quiz, where that is known.
 *
 * @param {unknown} error
 * @param {Word} otherwise
 */
export function unread(error, otherwise) {
  console.warn("selfcheck:", error);
  return words(error instanceof UnreadError ? /** @type {Word} */ (`${error.trouble}-notebook`) : otherwise);
}
