/** Ids in responses, which may be anything. */

/**
 * @param {unknown} values
 * @param {string[]} ids
 * @returns {values is string[]} whether *values* lists some of *ids*, none of them twice
 */
export function areIds(values, ids) {
  return (
    Array.isArray(values) &&
    [...values].every((value) => ids.includes(value)) &&
    new Set(values).size === values.length
  );
}

/**
 * @param {unknown} response
 * @returns {Map<string, unknown> | null} its entries by name; null when it is no plain object
 */
export function entriesOf(response) {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return null;
  return new Map(Object.entries(response).filter(([, value]) => value != null));
}

/**
 * Things with equal texts count as one.
 *
 * @param {string[][]} [same] groups of ids
 * @returns {(id: string) => string} the first of an id's group, or the id
 */
export function kinds(same = []) {
  return (id) => same.find((group) => group.includes(id))?.[0] ?? id;
}
