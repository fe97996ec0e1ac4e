/**
 * @param {[name: string, value: string][]} entries
 * @returns {Record<string, string> | null} those with a value; null when there are none
 */
export function pairsOf(entries) {
  const given = entries.filter(([, value]) => value.trim());
  return given.length ? Object.fromEntries(given) : null;
}
