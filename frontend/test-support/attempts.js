/** Statements, for tests of what keeps them. */

/**
 * @param {number} n
 * @param {{ question?: string, course?: string, sitting?: string, at?: number }} [where]
 * @returns {any}
 */
export function made(n, { question = "m/one", course = "moon", sitting, at = n } = {}) {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    timestamp: new Date(at).toISOString(),
    object: {
      id: `urn:selfcheck:question:${course}:${question}`,
      definition: { extensions: { "urn:selfcheck:type": "choice", "urn:selfcheck:key": ["a"], "urn:selfcheck:fingerprint": "0a1b2c3d" } },
    },
    result: { score: { scaled: n % 2 }, extensions: { "urn:selfcheck:response": "a" } },
    context: {
      extensions: {
        "urn:selfcheck:version": 1,
        "urn:selfcheck:tries": 1,
        "urn:selfcheck:hints": 0,
        ...(sitting && { "urn:selfcheck:sitting": sitting }),
      },
    },
  };
}

/** @param {any} statement @param {string} [slot] @returns {string} its key in `localStorage` */
export const keyIn = (statement, slot = "m/one") => `selfcheck:v1:moon:attempt:${slot}:${statement.id}`;
