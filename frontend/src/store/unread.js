/** @import { Trouble } from "../types.d.ts" */

/** The kernel has said why it cannot read its log. */
export class UnreadError extends Error {
  /** @param {NonNullable<Trouble>} trouble for which a quiz has words */
  constructor(trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}
