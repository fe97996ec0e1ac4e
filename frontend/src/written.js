/** Numbers as people write them; src/selfcheck/numbers.py writes them so too. */

const [HUGE, TINY] = [1e12, 1e-6];

/**
 * @param {number} value
 * @param {string} lang
 * @returns {string} a huge or tiny number is a power of ten: 6.022 × 10²³
 */
export function written(value, lang) {
  const plain = (/** @type {number} */ number) => number.toLocaleString(lang, { maximumSignificantDigits: 15 });
  if (!value || (Math.abs(value) >= TINY && Math.abs(value) < HUGE)) return plain(value);
  const [digits, power] = value.toExponential().split("e");
  const raised = [...power.replace("+", "")].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]));
  return `${plain(Number(digits)).replace("-", "−")} × 10${raised.join("")}`;
}
