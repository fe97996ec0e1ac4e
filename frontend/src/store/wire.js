/** Messages between a page and the widget in the kernel; docs/jupyter.md lists them. */
/** @import { AnyModel } from "@anywidget/types" */
import { uuid } from "./browser.js";
import { record } from "./sound.js";

/**
 * Milliseconds that somebody waits who asks for what else there is than answers. A kernel that works on
 * something answers when it has done that, and one in a browser is slow.
 */
export const ELSE = 300_000;

/**
 * @param {AnyModel<any>} model
 * @param {(message: Record<string, any>) => void} heard is told what the kernel says, but answers
 * @param {() => void} back is told when there is a kernel again that may have missed something
 */
export function wire(model, heard, back) {
  /** By the number of the question. @type {Map<string, (answer: Record<string, any>) => void>} */
  const asked = new Map();
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  const timers = new Set();
  const receive = (/** @type {any} */ message) => {
    const said = record(message);
    const answer = asked.get(said.nr);
    if (answer) answer(said);
    else heard(said);
  };
  const { statusChanged, connectionStatusChanged } = kernelOf(model) ?? {};
  let before = "idle";
  const changed = (/** @type {unknown} */ _, /** @type {string} */ status) => {
    // Each message makes a kernel busy, and idle again: that is no news.
    if (status === "idle" && !["busy", "idle"].includes(before)) back();
    before = status;
  };
  const connected = (/** @type {unknown} */ _, /** @type {string} */ status) => {
    if (status === "connected") back();
  };
  model.on("msg:custom", receive);
  statusChanged?.connect?.(changed);
  connectionStatusChanged?.connect?.(connected);
  globalThis.addEventListener?.("focus", back);

  return {
    /** Whether there is a kernel, as far as is known here. */
    get there() {
      return isThere(kernelOf(model));
    },
    send,
    /**
     * Asks, and hands each answer to *take*; returns when it says that this was the last.
     *
     * @param {Record<string, any>} message
     * @param {number} patience in milliseconds, after which it fails; the answer may still come
     * @param {(answer: Record<string, any>) => boolean | void} [take] returns true for more to come
     * @returns {Promise<Record<string, any>>} the last answer
     */
    ask(message, patience, take = () => {}) {
      const nr = message.nr ?? uuid();
      return new Promise((done, fail) => {
        const timer = setTimeout(() => fail(new Error("silent")), patience);
        const over = () => {
          asked.delete(nr);
          clearTimeout(timer);
          timers.delete(timer);
        };
        timers.add(timer);
        asked.set(nr, (answer) => {
          if (take(answer)) return;
          over();
          done(answer);
        });
        if (send({ ...message, nr })) return;
        over();
        fail(new Error("silent"));
      });
    },
    end() {
      model.off("msg:custom", receive);
      statusChanged?.disconnect?.(changed);
      connectionStatusChanged?.disconnect?.(connected);
      globalThis.removeEventListener?.("focus", back);
      timers.forEach(clearTimeout);
    },
  };

  /**
   * A widget that has lost its kernel throws, or complains in the console: nothing is told to it. The
   * browser has everything then, and the next kernel hears of it.
   *
   * @param {Record<string, any>} message
   * @returns {boolean} whether it is on its way
   */
  function send(message) {
    if (!isThere(kernelOf(model))) return false;
    try {
      model.send(message);
      return true;
    } catch {
      return false;
    }
  }
}

/**
 * @param {AnyModel<any>} model
 * @returns {any} what JupyterLab's manager of widgets knows of the kernel: null when there is none
 */
function kernelOf(model) {
  /** @type {any} */
  const manager = model.widget_manager;
  return manager && "kernel" in manager ? manager.kernel : undefined;
}

/** @param {any} kernel */
const isThere = (kernel) => !(kernel === null || kernel?.isDisposed || kernel?.status === "dead");
