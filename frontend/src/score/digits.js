/** Digits of all scripts. */

const DIGIT = /\p{Nd}/u;

/**
 * Writes all decimal digits in ASCII: "٥", "५" and "５" are "5".
 *
 * @param {string} text
 */
export const asciiDigits = (text) => text.replace(/\p{Nd}/gu, (digit) => `${valueOf(digit)}`);

/**
 * Unicode has the digits of a script in a row, from 0 to 9, and row beside row.
 *
 * @param {string} digit
 */
function valueOf(digit) {
  const code = /** @type {number} */ (digit.codePointAt(0));
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
