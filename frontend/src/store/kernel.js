/** In JupyterLab: the kernel keeps the answers while it runs, the browser for longer. */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Statement, Store } from "../types.d.ts" */
import { attempt, oldestFirst } from "../log/attempt.js";
import { slotIn } from "../log/slot-in.js";
import { features } from "../registry.js";
import { parsed } from "./browser.js";
import { draft as sound, list, record } from "./sound.js";
import { found, keyOf, read } from "./storage.js";

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
 * @returns {Store & { catchUp(slots: string[]): Promise<void> }}
 */
export function kernelStore(model, local) {
  const drafts = () => record(model.get("drafts"));
  return {
    course: local.course,
    get trouble() {
      return local.trouble;
    },
    load: (slots) => local.load(slots),
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
      local.save(slot, draft);
      tell(model, () => put({ ...drafts(), [slot]: draft }));
    },
    record(slot, statement) {
      local.record(slot, statement);
      tell(model, () => {
        put(Object.fromEntries(Object.entries(drafts()).filter(([name]) => name !== slot)));
        send(statement);
      });
    },
    /** Tells a kernel what was answered before it was there, or while it was gone. */
    async catchUp(slots) {
      const all = await kept(local.course, slots);
      const heard = new Set(list(model.get("log")).map((made) => made?.id));
      for (const made of all) {
        if (!heard.has(made.id)) tell(model, () => send(made));
      }
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

  /** @param {Statement} statement */
  function send(statement) {
    model.send({ type: "attempt", statement });
  }

  /** @param {Record<string, any>} all */
  function put(all) {
    model.set("drafts", all);
    model.save_changes();
  }
}

/**
 * Returns the statements that the browser has.
 *
 * @param {string} course
 * @param {string[]} slots
 * @returns {Promise<Statement[]>}
 */
async function kept(course, slots) {
  const waiting = slots.flatMap((slot) => found(keyOf(course, "attempt", slot, "")).map(read));
  const [had = []] = (await features.log?.(course, slots).catch(() => [])) ?? [];
  return [...waiting, ...had.map(([, text]) => text)].map(parsed).filter((made) => attempt(made));
}

/**
 * Does what needs a kernel, if there is one: a widget that has lost its own throws, or complains in
 * the console. The browser has everything then, and the next kernel hears of it when the cell is run.
 *
 * @param {AnyModel<Traits>} model
 * @param {() => void} act
 */
function tell(model, act) {
  /** JupyterLab's manager of widgets knows the kernel. @type {any} */
  const manager = model.widget_manager;
  const kernel = manager && "kernel" in manager ? manager.kernel : undefined;
  if (kernel === null || kernel?.isDisposed || kernel?.status === "dead") return;
  try {
    act();
  } catch {
    // Nothing is lost.
  }
}
