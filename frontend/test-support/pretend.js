/** A kernel and a browser that keep what they are told in plain sight, for tests. */
import { attempt, oldestFirst } from "../src/log/attempt.js";
import { slotIn } from "../src/log/slot-in.js";

export const COURSE = "moon";
export const SLOT = "moon/one";

/**
 * @param {string} id
 * @param {number} at
 * @param {object} [more] of its context
 * @returns {any} a statement
 */
export const statement = (id, at, more = {}) => ({
  id,
  timestamp: new Date(at).toISOString(),
  object: { id: `urn:selfcheck:question:${COURSE}:${SLOT}`, definition: { extensions: { "urn:selfcheck:key": [], "urn:selfcheck:fingerprint": "0a" } } },
  result: { score: { scaled: 1 } },
  context: { extensions: { "urn:selfcheck:version": 1, ...more } },
});

/** Lets all that waits be done. */
export async function settled() {
  for (let n = 0; n < 50; n += 1) await null;
}

/** @param {any[]} had statements that the browser has */
export function browser(had = []) {
  const kept = [...had];
  const drafts = /** @type {Record<string, any>} */ ({});
  const heard = new Set();
  return /** @type {any} */ ({
    kept,
    drafts,
    course: COURSE,
    trouble: null,
    load: async () => {},
    attempts: (/** @type {string} */ slot) => oldestFirst(kept.filter((made) => slotIn(made, COURSE) === slot).flatMap((made) => attempt(made) ?? [])),
    draft: (/** @type {string} */ slot) => drafts[slot] ?? null,
    save: (/** @type {string} */ slot, /** @type {any} */ draft) => void (drafts[slot] = draft),
    record: (/** @type {string} */ _, /** @type {any} */ made) => void kept.push(made),
    watch: (/** @type {any} */ listener) => (heard.add(listener), () => heard.delete(listener)),
    rows: async () => kept.map((made) => ({ id: made.id, slot: slotIn(made, COURSE), at: Date.parse(made.timestamp), fp: "0a", score: 1, tries: 1, hints: 0 })),
    statements: async () => [...kept],
    add: async (/** @type {any[]} */ more) => (kept.push(...more), { added: more.length, known: 0 }),
    forget: async () => void kept.splice(0),
  });
}

/** @param {any[]} had statements that the kernel has */
export function kernel(had = []) {
  const listeners = /** @type {any[]} */ ([]);
  const signal = () => {
    const all = /** @type {any[]} */ ([]);
    return { all, connect: (/** @type {any} */ each) => void all.push(each), disconnect() {} };
  };
  const self = {
    log: [...had],
    drafts: /** @type {Record<string, any>} */ ({}),
    forgotten: /** @type {number | null} */ (null),
    /** What it says of its file, and whether it answers at all. */
    trouble: /** @type {string | null} */ (null),
    silent: false,
    sent: /** @type {any[]} */ ([]),
    model: /** @type {any} */ (null),
    connection: /** @type {any} */ ({ status: "idle", isDisposed: false, statusChanged: signal(), connectionStatusChanged: signal() }),
    /** @param {any} message */
    tells: (message) => listeners.forEach((listener) => listener(message)),
    types: () => self.sent.map(({ type }) => type),
  };
  self.model = {
    widget_manager: { kernel: self.connection },
    get() {},
    on: (/** @type {string} */ _, /** @type {any} */ listener) => void listeners.push(listener),
    off: (/** @type {string} */ _, /** @type {any} */ listener) => void listeners.splice(listeners.indexOf(listener), 1),
    send(/** @type {any} */ message) {
      self.sent.push(message);
      if (!self.silent) queueMicrotask(() => answer(message));
    },
  };
  return self;

  /** @param {any} message */
  function answer({ type, nr, slots, known, slot, draft, statement, statements, part, of }) {
    const here = new Set(self.log.map(({ id }) => id));
    const { trouble, forgotten } = self;
    const made = statements ?? [statement];
    if (type === "open") {
      const theirs = self.log.filter((one) => slots.includes(slotIn(one, COURSE)) && !known.includes(one.id));
      self.tells({ type: "log", nr, statements: theirs, kept: known.filter((/** @type {string} */ id) => here.has(id)), drafts: self.drafts, forgotten, touched: false, trouble });
    } else if (type === "attempt") {
      const ids = made.map((/** @type {any} */ one) => one.id);
      if (trouble && trouble !== "damaged") {
        self.tells({ type: "not-kept", nr: null, ids, trouble });
        return;
      }
      const old = made.filter((/** @type {any} */ one) => Date.parse(one.timestamp) <= (forgotten ?? -1) && !here.has(one.id));
      self.log.push(...made.filter((/** @type {any} */ one) => !here.has(one.id) && !old.includes(one)));
      const refused = old.map((/** @type {any} */ one) => one.id);
      self.tells({ type: "kept", nr: null, ids: ids.filter((/** @type {string} */ id) => !refused.includes(id)), forgotten: refused, trouble });
      self.tells({ type: "news", made: [], until: forgotten });
    } else if (type === "draft") self.drafts[slot] = draft;
    else if (type === "rows") self.tells({ type: "rows", nr, rows: self.log.map((one) => [one.id, slotIn(one, COURSE), Date.parse(one.timestamp), "0a", 1, 1, 0, null]), forgotten, trouble });
    else if (type === "statements") self.log.forEach((one, n) => self.tells({ type: "statements", nr, part: n, of: self.log.length, statements: [one], trouble }));
    else if (type === "add" && part === of - 1) {
      const added = made.filter((/** @type {any} */ one) => !here.has(one.id));
      self.log.push(...added);
      self.tells(trouble ? { type: "not-added", nr, trouble } : { type: "added", nr, added: added.length, known: made.length - added.length, trouble });
    } else if (type === "forget") {
      self.log = [];
      self.forgotten = Date.now();
      self.tells(trouble ? { type: "not-forgotten", nr, trouble } : { type: "forgotten", nr, at: self.forgotten });
    }
  }
}
