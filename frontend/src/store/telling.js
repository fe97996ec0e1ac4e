/**
 * Where the browser keeps the answers, also with a kernel: tells the kernel of those to a quiz, for
 * code that asks. It holds them as long as it runs, and nothing here waits for it.
 */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Store } from "../types.d.ts" */
/** @import { Local } from "./local.js" */
import { parsed } from "./browser.js";
import { parts } from "./parts.js";
import { isUnused } from "./storage.js";
import { wire } from "./wire.js";

/**
 * @param {AnyModel<any>} model
 * @param {Local} local
 * @returns {Store & { touched: false, took(): void, end(): void }} it, of which the kernel hears
 */
export function tellingStore(model, local) {
  const { course, load } = local;
  const kernel = wire(model, () => {}, () => {});
  /** @type {Set<string>} */
  const slots = new Set();
  let [begun, reading, again] = [false, false, false];
  const unwatch = local.watch(heed);

  return Object.assign(local, {
    touched: /** @type {const} */ (false),
    /** The number from code stands in its field: a page that is loaded again does not put it there once more. */
    took() {
      if (!kernel.there) return;
      model.set("answer", null);
      model.save_changes();
    },
    /** @param {string[]} asked */
    async load(asked) {
      for (const slot of asked) slots.add(slot);
      await load(asked);
      begun = true;
      void tell();
    },
    end() {
      unwatch();
      kernel.end();
    },
  });

  /**
   * @param {string} [slot]
   * @param {string} [made]
   */
  function heed(slot, made) {
    if (!begun) return;
    if (slot === undefined) void tell();
    else if (!made || !slots.has(slot)) return;
    // What is being read may be without it.
    else if (reading) again = true;
    else kernel.send({ type: "attempt", statement: parsed(made) });
  }

  /** Tells of all that there is, in the place of what was told before. */
  async function tell() {
    again = true;
    if (reading) return;
    reading = true;
    let all = null;
    while (again) {
      again = false;
      all = isUnused(course) ? [] : await local.statements([...slots]).catch(() => null);
    }
    reading = false;
    const some = all ? parts(all) : [null];
    some.forEach((statements, part) => kernel.send({ type: "here", part, of: some.length, statements }));
  }
}
