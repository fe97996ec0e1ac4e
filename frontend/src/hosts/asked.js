/** Asks the kernel for something, and waits for its answer. */
/** @import { AnyModel } from "@anywidget/types" */
import { newId } from "../dom.js";

/**
 * @param {AnyModel<any>} model
 * @param {object} message
 * @returns {Promise<any>} the answer to this message
 */
export function asked(model, message) {
  const nr = newId();
  return new Promise((resolve) => {
    const hear = (/** @type {any} */ said) => {
      if (said?.nr !== nr) return;
      model.off("msg:custom", hear);
      resolve(said);
    };
    model.on("msg:custom", hear);
    model.send({ ...message, nr });
  });
}
