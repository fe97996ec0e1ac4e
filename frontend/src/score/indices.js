/**
 * @param {unknown} value
 * @param {number} count
 * @returns {value is number} whether *value* is one of 0 … count − 1
 */
export function isIndex(value, count) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < count;
}

/**
 * @param {unknown} values
 * @param {number} count
 * @returns {values is number[]} whether *values* lists indices below *count*, none of them twice
 */
export function areIndices(values, count) {
  return (
    Array.isArray(values) &&
    [...values].every((value) => isIndex(value, count)) &&
    new Set(values).size === values.length
  );
}
