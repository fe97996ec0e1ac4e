/** Asks the kernel for something, and waits for its answer. */
/** @import { AnyModel } from "@anywidget/types" */
import { newId } from "../dom.js";

/** Milliseconds; a kernel that works on something else answers when it has done that. */
const PATIENCE = 60_000;

/**
 * @param {AnyModel<any>} model
 * @param {object} message
 * @returns {Promise<any>} the answer to this message; fails where none comes
 */
export function asked(model, message) {
  const nr = newId();
  return new Promise((resolve, reject) => {
    const hear = (/** @type {any} */ said) => {
      if (said?.nr !== nr) return;
      end();
      resolve(said);
    };
    const late = setTimeout(() => (end(), reject(new Error("the kernel does not answer"))), PATIENCE);
    const end = () => (clearTimeout(late), model.off("msg:custom", hear));
    model.on("msg:custom", hear);
    model.send({ ...message, nr });
  });
}
