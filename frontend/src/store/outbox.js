/** What was sent to the kernel and is not confirmed yet. */
/** @import { Statement } from "../types.d.ts" */
import { parts } from "./parts.js";

/** Milliseconds after which it is said that the kernel has not answered. */
const LATE = 10_000;

/**
 * @param {{ readonly there: boolean, send(message: Record<string, any>): boolean }} kernel
 * @param {() => void} heard is told when `trouble` may have changed
 */
export function outbox(kernel, heard) {
  /** The oldest first. @type {Map<string, { statement: Statement, since: number }>} */
  const waiting = new Map();
  /** Ids of what the kernel has not answered: one that waits for a lock takes half a minute to. @type {Set<string>} */
  const underWay = new Set();
  /** Why the kernel has not kept what it has heard of. @type {string | null} */
  let why = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return {
    /** Why something is not confirmed, for longer than it takes. */
    get trouble() {
      const [oldest] = waiting.values();
      if (!oldest) return null;
      return why ?? (oldest.since <= Date.now() - LATE ? "silent" : null);
    },
    /** @param {Set<string>} ids whether all of them are here */
    has: (ids) => [...ids].every((id) => waiting.has(id)),
    /** @param {Statement[]} statements to be sent, with whatever else waits if the last did not arrive */
    put(statements) {
      hold(statements);
      send(why ? all() : statements);
    },
    /** @param {Statement[]} statements to be sent, with all that waits: what was said before has been answered, or was lost */
    again(statements) {
      hold(statements);
      underWay.clear();
      send(all());
    },
    /**
     * @param {string[]} ids what the kernel has kept
     * @param {string[]} gone what it will not keep
     */
    done(ids, gone) {
      for (const id of [...ids, ...gone]) underWay.delete(id);
      // Who hears of no news may ask for more, and would be told the same for ever.
      if (![...ids, ...gone].map((id) => waiting.delete(id)).some(Boolean)) return;
      // It can keep answers again.
      if (ids.length) why = null;
      if (!waiting.size) stop();
      heard();
    },
    /**
     * @param {string[]} ids
     * @param {string} reason
     */
    refused(ids, reason) {
      for (const id of ids) underWay.delete(id);
      if (why === reason || !ids.some((id) => waiting.has(id))) return;
      why = reason;
      heard();
    },
    end: stop,
  };

  /** @param {Statement[]} statements */
  function hold(statements) {
    for (const statement of statements) if (!waiting.has(statement.id)) waiting.set(statement.id, { statement, since: Date.now() });
  }

  function all() {
    return [...waiting.values()].map(({ statement }) => statement);
  }

  /** @param {Statement[]} statements */
  function send(statements) {
    const all = statements.filter(({ id }) => !underWay.has(id));
    if (!all.length || !kernel.there) return;
    for (const { id } of all) underWay.add(id);
    if (all.length === 1) kernel.send({ type: "attempt", statement: all[0] });
    else for (const some of parts(all)) kernel.send({ type: "attempt", statements: some });
    timer ??= setTimeout(late, LATE + 1);
  }

  /** Something was sent a while ago. */
  function late() {
    timer = undefined;
    heard();
    if (!waiting.size) return;
    // A kernel that has answered may be able to keep it by now; one that has not has it before it.
    if (why) send(all());
    timer ??= setTimeout(late, LATE + 1);
  }

  function stop() {
    clearTimeout(timer);
    timer = undefined;
    why = null;
  }
}
