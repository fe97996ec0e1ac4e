/** Answers: what a host keeps, and what is read of it. */
import type { Level, Response } from "./types.d.ts";
import type { Statement } from "./statement.d.ts";

/** What a learner has in hand since the latest check: the rest of a state follows from the log. */
export interface Draft {
  v: 1;
  /** Milliseconds since 1970. */
  at: number;
  after: string | null;
  restarted?: boolean;
  /** That of the question then. */
  type: string;
  response: Response;
  hints: number;
  variant?: string;
  confidence?: Level;
}

/** What is read of a statement; nothing in it is trusted. */
export interface Attempt {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** That of the question then. */
  type: unknown;
  response: unknown;
  /** What decided the score. */
  key: any;
  score: number;
  tries: number;
  hints: number;
  variant?: string;
  confidence?: Level;
}

/**
 * Where a host keeps answers. A slot is a question in a sitting: `bank/question@sitting`.
 */
export interface Store {
  readonly course: string;
  /** Why something that was saved will be lost. */
  readonly trouble: Trouble;
  /**
   * Brings the attempts of slots to where `attempts` finds them, in half a second or not yet: whoever
   * watches then hears of it. To be called before a quiz is brought alive.
   */
  load: (slots: string[]) => Promise<void>;
  /** Of a slot, the oldest first. */
  attempts: (slot: string) => Attempt[];
  /** May be anything. */
  draft: (slot: string) => any;
  save: (slot: string, draft: object) => void;
  /** Takes the draft away. */
  record: (slot: string, statement: Statement) => void;
  /**
   * Calls *heard* when something is written, here or on another page, with the slot, or with
   * nothing when it may be any; `made` is the attempt, and left out of a draft. Returns what ends that.
   */
  watch: (heard: (slot?: string, made?: string) => void) => () => void;
}

/**
 * `forgets`: the browser keeps nothing; `no-room`: something found none; `full`: it may be so next.
 * With a kernel: why it has not confirmed something, which the browser keeps meanwhile; `lost`: and it
 * does not; `kernel-damaged`: its file was set aside, and what could be read of it recovered.
 */
export type Trouble = "forgets" | "no-room" | "full" | "lost" | `kernel-${KernelTrouble}` | null;

/** `silent`: it has not answered; the others are what `selfcheck.log.trouble` names. */
export type KernelTrouble = "full" | "read-only" | "no-folder" | "locked" | "newer" | "failed" | "silent" | "damaged";

/** What views over a whole course read of a statement; nothing in it is trusted. */
export interface Row {
  /** That of the statement. */
  id: string;
  /** `bank/question@sitting`. */
  slot: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The fingerprint of the question then, or of its variant. */
  fp: string;
  /** 0 to 1. */
  score: number;
  /** 1 for the first attempt since the learner began, or started again. */
  tries: number;
  hints: number;
  confidence?: Level;
}

/** Where answers are, and whether they stay. */
export interface Kept {
  where: "browser" | "kernel";
  /** Whether the browser has promised to delete nothing by itself; null where it does not say. */
  promised: boolean | null;
  trouble: Trouble;
}

/** All that a host keeps of a course, for views that go beyond the questions of one page. */
export interface Log {
  readonly course: string;
  /** The oldest first. */
  rows: () => Promise<Row[]>;
  /** The oldest first. */
  statements: () => Promise<Statement[]>;
  /** Adds what is not there yet, all or nothing. Rejects when it cannot be kept. */
  add: (statements: Statement[]) => Promise<{ added: number; known: number }>;
  /** Deletes the attempts and drafts of the course wherever this host keeps them. */
  forget: () => Promise<void>;
  kept: () => Promise<Kept>;
  /**
   * Calls *heard* when anything is added or deleted, here or elsewhere, and at drafts too. Returns
   * what ends that.
   */
  watch: (heard: () => void) => () => void;
}
