/** Views over a whole course follow its log: they are drawn, and again at news of it. */
/** @import { Log } from "../types.d.ts" */
import { onChecks } from "../store/checks.js";

/** Milliseconds in which news are gathered: a file that is brought in tells of itself often. */
const GATHERED = 50;

/**
 * Reads all that a view says of a log: its rows, and how they are kept.
 *
 * @param {Pick<Log, "rows" | "kept">} log
 */
export const whole = (log) => Promise.all([log.rows(), log.kept()]);

/**
 * @template T
 * @param {Pick<Log, "watch">} log
 * @param {() => Promise<T>} read what is shown of it
 * @param {(found: T) => unknown} show is waited for
 * @param {(error: unknown) => void} failed hears why it could not be read or shown
 * @returns {{ first: Promise<void>, later: () => void, end: () => void }} when it was drawn first, what
 *   has it drawn again soon, and what ends it
 */
export function follow(log, read, show, failed) {
  let [ended, asked, drawn] = [false, 0, 0];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const unwatch = onChecks(log, later);
  return { first: draw(), later, end };

  function later() {
    timer ??= setTimeout(() => {
      timer = undefined;
      void draw();
    }, GATHERED);
  }

  async function draw() {
    const turn = ++asked;
    // What was asked for later may have come earlier.
    const comesFirst = () => {
      if (ended || turn < drawn) return false;
      drawn = turn;
      return true;
    };
    try {
      const found = await read();
      if (comesFirst()) await show(found);
    } catch (error) {
      if (comesFirst()) failed(error);
    }
  }

  function end() {
    ended = true;
    clearTimeout(timer);
    unwatch();
  }
}
