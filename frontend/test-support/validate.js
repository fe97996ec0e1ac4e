/** Says what is wrong with an xAPI statement (1.0.3), by the validator of Learning Locker. */
import validation from "@learninglocker/xapi-validation";

// A CommonJS module, whose own default stands a level deeper.
const validate = /** @type {(statement: unknown) => Complaint[]} */ (
  /** @type {any} */ (validation).default
);

/**
 * @typedef {object} Complaint one of the validator's, as far as it is read here
 * @property {string} name its kind
 * @property {(string | number)[]} path
 * @property {unknown} data what stands there
 * @property {string} [typeName] what should
 * @property {string[]} [keys] that may not stand there
 * @property {string[]} [invalidComponents] that do not fit the interaction
 */

/**
 * @param {unknown} statement
 * @returns {string[]} a line for each complaint; none for a correct statement
 */
export function complaints(statement) {
  // What a record store gets: JSON leaves out what is undefined, and has no NaN.
  return validate(JSON.parse(JSON.stringify(statement))).map(written);
}

/** @param {Complaint} complaint */
function written({ name, path, data, typeName, keys, invalidComponents }) {
  const what = [typeName, ...(keys ?? []), ...(invalidComponents ?? [])].filter(Boolean).join(", ");
  const found = JSON.stringify(data) ?? "nothing";
  return `${path.join(".")}: ${name}${what && ` (${what})`}, where ${found} stands`;
}
