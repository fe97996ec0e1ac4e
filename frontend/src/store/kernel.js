/**
 * In JupyterLab: the kernel keeps the answers, in a file that outlives it; the browser has what the
 * kernel has not confirmed yet, and what was answered without one.
 */
/** @import { AnyModel } from "@anywidget/types" */
/** @import { Attempt, KernelTrouble, Log, Statement, Store, Trouble } from "../types.d.ts" */
import { attempt, oldestFirst } from "../log/attempt.js";
import { slotIn } from "../log/slot-in.js";
import { uuid } from "./browser.js";
import { letGo } from "./let-go.js";
import { outbox } from "./outbox.js";
import { parts } from "./parts.js";
import { rowIn } from "./row-list.js";
import { draft as soundDraft, isNumber, isText, list, record, time } from "./sound.js";
import { UnreadError } from "./unread.js";
import { ELSE, wire } from "./wire.js";

/**
 * @typedef {object} Traits of the widget
 * @property {string} html
 * @property {string} course
 * @property {string} report
 * @property {number | null} answer
 * @property {string[]} types scripts of question types from elsewhere
 * @property {"kernel" | "browser"} keeper of answers
 */

/** Milliseconds that a quiz waits for the kernel before it comes alive; it follows when it has heard. */
const PATIENCE = 500;
/** And a view over the whole course. */
const LONG = 3000;
/** And whoever brings something in, or deletes it. */
const LONGEST = 40_000;

/** For which there are words: those of the kernel, and its silence. @type {KernelTrouble[]} */
const TROUBLES = ["full", "read-only", "no-folder", "locked", "newer", "failed", "silent"];

/**
 * @param {AnyModel<any>} model
 * @param {Store & Log} local
 * @param {typeof letGo} drop
 * @returns {Store & Log & { readonly touched: boolean, ask(message: Record<string, any>): Promise<any>, end(): void }}
 */
export function kernelStore(model, local, drop = letGo) {
  const { course } = local;
  /** @type {Set<string>} */
  const slots = new Set();
  /** What the kernel has told, by slot and id. @type {Map<string, Map<string, Attempt>>} */
  const told = new Map();
  /** Ids of what the kernel has. @type {Set<string>} */
  const confirmed = new Set();
  /** Of which the kernel has said that they were forgotten. @type {Set<string>} */
  const gone = new Set();
  /** @type {Map<string, any>} */
  const drafts = new Map();
  /** @type {Set<(slot?: string, made?: string) => void>} */
  const watching = new Set();
  /** Attempts up to then were forgotten. */
  let until = -1;
  let damaged = false;
  /** Why the kernel cannot read what there is. @type {KernelTrouble | null} */
  let reading = null;
  let touched = false;
  /** Whether somebody shows more than the page's questions. */
  let whole = false;

  const kernel = wire(model, heed, () => void open());
  const out = outbox(kernel, () => hear());

  return {
    course,
    /** Whether this widget has heard of an answer before. */
    get touched() {
      return touched;
    },
    get trouble() {
      return trouble();
    },
    async load(asked) {
      // With the round of a quiz that is drawn: flow and store know it as a draft.
      for (const slot of asked) slots.add(slot).add(`${slot.split("/")[0]}#round`);
      // First what is here, so that the kernel need not tell it.
      await local.load(asked);
      await within(open(), PATIENCE);
    },
    attempts,
    draft,
    save(slot, made) {
      touched = true;
      local.save(slot, made);
      drafts.set(slot, made);
      kernel.send({ type: "draft", slot, draft: made });
    },
    record(slot, statement) {
      touched = true;
      const made = afterAll(statement);
      drafts.delete(slot);
      local.record(slot, made);
      out.put([made]);
    },
    watch(heard) {
      const end = local.watch(heard);
      watching.add(heard);
      return () => {
        end();
        watching.delete(heard);
      };
    },
    async rows() {
      whole = true;
      if (!kernel.there) return local.rows();
      let late = false;
      const take = (/** @type {Record<string, any>} */ answer) => {
        if (!late) return;
        canRead(answer);
        hear();
      };
      const answer = await kernel.ask({ type: "rows" }, LONG, take).catch(() => null);
      late = !answer;
      if (answer) sound(answer);
      // One that waits for a lock says so late: until it has read something, this is what is known.
      else if (reading) throw new UnreadError(`kernel-${reading}`);
      else return local.rows();
      const here = await local.rows().catch(() => []);
      const there = list(answer.rows).flatMap((each) => rowIn(each) ?? []);
      lose(there.map(({ id }) => id), here, told.keys());
      for (const { id } of there) confirmed.add(id);
      const others = here.filter(({ id }) => !confirmed.has(id));
      const more = others.filter(isWanted);
      await release(others);
      if (more.length) void sendAgain(new Set(more.map(({ id }) => id)));
      return oldestFirst([...there, ...more]);
    },
    async statements() {
      if (!kernel.there) return local.statements();
      const here = await local.statements().catch(() => []);
      /** @type {Statement[]} */
      const there = [];
      const take = (/** @type {Record<string, any>} */ answer) => {
        there.push(...list(answer.statements));
        return answer.part < answer.of - 1;
      };
      sound(await kernel.ask({ type: "statements" }, LONGEST, take));
      const ids = new Set(there.map(({ id }) => id));
      const more = here.filter(({ id, timestamp }) => !ids.has(id) && isWanted({ id, at: time(timestamp) }));
      const all = [...there, ...more].map((made) => ({ made, id: made.id, at: time(made.timestamp) }));
      return oldestFirst(all).map(({ made }) => made);
    },
    async add(statements) {
      if (!kernel.there) {
        // What is as old as what was forgotten, the kernel would have dropped when it is back.
        if (!statements.every(({ id, timestamp }) => isWanted({ id, at: time(timestamp) }))) throw new Error("silent");
        return local.add(statements);
      }
      const all = parts(statements);
      const nr = uuid();
      for (const [part, some] of all.slice(0, -1).entries()) kernel.send({ type: "add", nr, part, of: all.length, statements: some });
      const last = { type: "add", nr, part: all.length - 1, of: all.length, statements: all.at(-1) ?? [] };
      const answer = await kernel.ask(last, LONGEST);
      if (answer.type !== "added") throw new Error(answer.trouble ?? "failed");
      note(answer);
      await open();
      hear();
      return { added: answer.added, known: answer.known };
    },
    async forget() {
      // First where it might come back from; without a kernel, it would.
      const answer = await kernel.ask({ type: "forget" }, LONGEST);
      if (answer.type !== "forgotten") throw new Error(answer.trouble ?? "failed");
      await forgotten(answer.at);
      await local.forget();
      hear();
    },
    kept: async () => (kernel.there ? { where: "kernel", promised: null, trouble: trouble() } : local.kept()),
    /** Asks the widget for something else than answers; fails where it says nothing. */
    ask: (message) => kernel.ask(message, ELSE),
    end() {
      kernel.end();
      out.end();
    },
  };

  /** @returns {Trouble} */
  function trouble() {
    if (!kernel.there) return local.trouble;
    const why = out.trouble ?? reading;
    if (!why) return damaged ? "kernel-damaged" : null;
    if (local.trouble) return "lost";
    return `kernel-${coded(why)}`;
  }

  /** @param {string} slot */
  function attempts(slot) {
    const here = ours(slot);
    const more = [...(told.get(slot)?.values() ?? [])].filter(({ id }) => here.every((each) => each.id !== id));
    return more.length ? oldestFirst([...here, ...more]) : here;
  }

  /**
   * @param {string} slot
   * @returns {Attempt[]} those that the browser has, but what was forgotten
   */
  function ours(slot) {
    return local.attempts(slot).filter((made) => confirmed.has(made.id) || isWanted(made));
  }

  /** @param {{ id: string, at: number }} made whether it was not forgotten */
  function isWanted({ id, at }) {
    return at > until && !gone.has(id);
  }

  /** @param {string} slot */
  function draft(slot) {
    const all = [local.draft(slot), drafts.get(slot)].filter(Boolean);
    return all.sort((one, other) => (other.at ?? 0) - (one.at ?? 0))[0] ?? null;
  }

  /** Asks what the kernel has of the page's questions, and sends what it lacks. */
  async function open() {
    const all = [...slots];
    if (!all.length || !kernel.there) return;
    const here = known();
    const answer = await kernel.ask({ type: "open", slots: all, known: here.map(({ id }) => id) }, LONGEST).catch(() => null);
    if (!answer) return;
    note(answer);
    canRead(answer);
    const statements = list(answer.statements);
    lose([...list(answer.kept), ...statements.map((made) => made?.id)], here, all);
    for (const id of list(answer.kept)) confirmed.add(id);
    for (const made of statements) take(made);
    for (const [slot, made] of Object.entries(record(answer.drafts))) takeDraft(slot, made);
    touched ||= answer.touched === true;
    await release(known());
    await sendAgain(new Set(all.flatMap((slot) => ours(slot).map(({ id }) => id))));
    hear();
  }

  /** @param {any} statement that the kernel has */
  function take(statement) {
    const made = attempt(statement);
    const slot = made && slotIn(statement, course);
    if (!slot) return;
    told.set(slot, (told.get(slot) ?? new Map()).set(made.id, made));
    confirmed.add(made.id);
    gone.delete(made.id);
  }

  /**
   * Takes back that the kernel has what was forgotten since, as by a command in a terminal.
   *
   * @param {unknown[]} has ids of all that the kernel has
   * @param {{ id: string, at: number }[]} here of what the browser has
   * @param {Iterable<string>} of slots
   */
  function lose(has, here, of) {
    // Of what it cannot read, nothing is known.
    if (reading) return;
    const there = new Set(has);
    const all = [...of].flatMap((slot) => [...(told.get(slot)?.values() ?? [])]);
    for (const made of [...here, ...all]) {
      if (there.has(made.id) || isWanted(made)) continue;
      confirmed.delete(made.id);
      for (const own of told.values()) own.delete(made.id);
    }
  }

  /** What the browser has of the page's questions. */
  function known() {
    return [...slots].flatMap((slot) => local.attempts(slot).map(({ id, at }) => ({ slot, id, at })));
  }

  /**
   * @param {string} slot
   * @param {any} made may be anything
   */
  function takeDraft(slot, made) {
    const news = soundDraft(made);
    if (news && (news.at ?? 0) > Math.max(until, draft(slot)?.at ?? 0)) drafts.set(slot, news);
  }

  /**
   * Sends what the kernel has not confirmed.
   *
   * @param {Set<string>} ids
   */
  async function sendAgain(ids) {
    const missing = new Set([...ids].filter((id) => !confirmed.has(id)));
    const all = out.has(missing) ? [] : await local.statements().catch(() => []);
    out.again(all.filter((made) => missing.has(made.id) && attempt(made) && slotIn(made, course)));
  }

  /** @param {Record<string, any>} message what the kernel says of itself */
  function heed(message) {
    note(message);
    if (message.type === "kept") {
      for (const id of list(message.ids)) confirmed.add(id);
      for (const id of list(message.forgotten)) gone.add(id);
      out.done(list(message.ids), list(message.forgotten));
      if (list(message.forgotten).length) void release(known()).then(() => hear());
    } else if (message.type === "not-kept") {
      out.refused(list(message.ids), isText(message.trouble) ? message.trouble : "failed");
    } else if (message.type === "draft" && isText(message.slot)) {
      takeDraft(message.slot, message.draft);
      hear(message.slot);
    } else if (message.type === "news") {
      const unknown = list(message.made).map(list).some(([slot, id]) => slots.has(slot) && attempts(slot).every((each) => each.id !== id));
      const lost = isNumber(message.until) && message.until > until;
      if (slots.size && (unknown || lost)) void open();
      else if (whole) hear();
    } else if (message.type === "forgotten" && isNumber(message.at)) {
      void forgotten(message.at).then(() => hear());
    }
  }

  /** @param {Record<string, any>} answer */
  function note(answer) {
    damaged ||= answer.trouble === "damaged";
    if (!isNumber(answer.forgotten) || answer.forgotten <= until) return;
    until = answer.forgotten;
    for (const [slot, { at = 0 }] of drafts) if (at <= until) drafts.delete(slot);
  }

  /**
   * @param {Record<string, any>} answer
   * @throws when the kernel could not read its log: half of one is not shown as all of it
   */
  function sound(answer) {
    note(answer);
    canRead(answer);
    if (reading) throw new UnreadError(`kernel-${reading}`);
  }

  /** @param {Record<string, any>} answer to a question for what there is */
  function canRead({ trouble }) {
    reading = trouble === "damaged" || !isText(trouble) ? null : coded(trouble);
  }

  /** @param {number} at until when the kernel has just forgotten the course */
  async function forgotten(at) {
    for (const id of [...told.values()].flatMap((made) => [...made.keys()])) gone.add(id);
    for (const id of confirmed) gone.add(id);
    told.clear();
    confirmed.clear();
    drafts.clear();
    until = Math.max(until, at);
    await release(known());
  }

  /**
   * Lets the browser drop its copies of what was forgotten.
   *
   * @param {{ slot: string, id: string, at: number }[]} all
   */
  async function release(all) {
    const attempts = all.filter((made) => !confirmed.has(made.id) && !isWanted(made));
    const begun = [...slots].filter((slot) => (local.draft(slot)?.at ?? Infinity) <= until);
    out.done([], attempts.map(({ id }) => id));
    if (attempts.length || begun.length) await drop(course, attempts, begun).catch(() => {});
  }

  /**
   * @param {Statement} statement made just now
   * @returns {Statement} it, later than what was forgotten, also where a clock has gone back since
   */
  function afterAll(statement) {
    return time(statement.timestamp) > until ? statement : { ...statement, timestamp: new Date(until + 1).toISOString() };
  }

  /** @param {string} [slot] */
  function hear(slot) {
    for (const heard of watching) heard(slot);
  }
}

/** @param {string} why */
const coded = (why) => TROUBLES.find((code) => code === why) ?? "failed";

/**
 * @param {Promise<void>} work
 * @param {number} patience in milliseconds
 * @returns {Promise<void>} when it is done, or has taken so long
 */
async function within(work, patience) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const over = new Promise((go) => {
    timer = setTimeout(go, patience);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
