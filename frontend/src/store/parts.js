/** Signs of statements in one message: a server lets no message through that is much longer. */
const PART = 1_000_000;

/**
 * @template T
 * @param {T[]} statements
 * @returns {T[][]} in parts; one that is empty where there are none
 */
export function parts(statements) {
  /** @type {T[][]} */
  const all = [[]];
  let length = 0;
  for (const made of statements) {
    const own = JSON.stringify(made).length;
    if (all.at(-1)?.length && length + own > PART) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(made);
    length += own;
  }
  return all;
}
