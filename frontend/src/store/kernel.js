/** In JupyterLab: the kernel keeps the answers while it runs, the browser for longer. */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Statement, Store } from "../types.d.ts" */
import { attempt, oldestFirst, slotIn } from "../log/attempt.js";
import { draft as sound, list, record } from "./sound.js";

/**
 * @typedef {object} Traits of the widget
 * @property {string} html
 * @property {string} course
 * @property {string} report
 * @property {number | null} answer
 * @property {string[]} types scripts of question types from elsewhere
 * @property {Record<string, any>} drafts by slot
 * @property {Statement[]} log written by the kernel alone
 */

/**
 * @param {AnyModel<Traits>} model
 * @param {Store} local
 * @returns {Store}
 */
export function kernelStore(model, local) {
  const drafts = () => record(model.get("drafts"));
  return {
    course: local.course,
    get trouble() {
      return local.trouble;
    },
    attempts(slot) {
      const own = list(model.get("log")).filter((made) => slotIn(made, local.course) === slot);
      const known = local.attempts(slot);
      const more = own.flatMap((made) => attempt(made) ?? []).filter(({ id }) => known.every((each) => each.id !== id));
      if (!more.length) return known;
      return oldestFirst([...known, ...more]);
    },
    draft(slot) {
      const [here, there] = [local.draft(slot), sound(drafts()[slot])];
      return (there?.at ?? 0) > (here?.at ?? 0) ? there : here;
    },
    save(slot, draft) {
      put({ ...drafts(), [slot]: draft });
      local.save(slot, draft);
    },
    record(slot, statement) {
      put(Object.fromEntries(Object.entries(drafts()).filter(([name]) => name !== slot)));
      model.send({ type: "attempt", statement });
      local.record(slot, statement);
    },
    watch(heard) {
      const end = local.watch(heard);
      const all = () => heard();
      model.on("change:drafts", all);
      model.on("change:log", all);
      return () => {
        end();
        model.off("change:drafts", all);
        model.off("change:log", all);
      };
    },
  };

  /** @param {Record<string, any>} all */
  function put(all) {
    model.set("drafts", all);
    model.save_changes();
  }
}
