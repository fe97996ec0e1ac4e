import type { Draw } from "./draw.js";

/** The shapes that the rooms hand to each other. What the HTML must hold: docs/quiz-html.md. */

/** What all types have. */
interface Common {
  /** Changes with whatever changes a score. */
  fp: string;
  objective?: string;
}

/** Options, of which one (`choice`) or several (`multiple-response`) are right. */
export interface Options extends Common {
  type: "choice" | "multiple-response" | "hotspot";
  ids: string[];
  key: string[];
  shuffle?: boolean;
}

/** What changes from one variant of a numeric question to the next. */
export interface Variant {
  id: string;
  fp: string;
  key: number;
  tol?: number;
  near?: [id: string, value: number, tolerance: number][];
}

export interface Numeric extends Common, Omit<Variant, "id"> {
  type: "numeric";
  unit?: string;
  units?: Record<string, number>;
  min?: number;
  max?: number;
  variants?: Variant[];
  /** By name of a place in the texts, what stands there in each variant. */
  say?: Record<string, string[]>;
}

/** `same`: those with equal texts, which may change places. */
export interface Order extends Common {
  type: "order";
  ids: string[];
  key: string[];
  same?: string[][];
}

/** For each of `ids`, on the left, the one of `to`, on the right, that belongs to it. */
export interface Pairs extends Common {
  type: "match" | "categorize";
  ids: string[];
  to: string[];
  key: string[];
  same?: string[][];
}

/** How something typed is compared with the forms that are accepted. */
export interface Accepted {
  case?: boolean;
  accents?: boolean;
  /** Whether all signs count, or none but those of numbers; else those that tell answers apart. */
  punctuation?: boolean;
  spelling?: number;
}

export interface ShortText extends Common, Accepted {
  type: "short-text";
  key: string[];
  near?: [id: string, ...forms: string[]][];
}

export interface Gap extends Accepted {
  /** What its menu offers; a gap without it is typed. */
  ids?: string[];
  /** Accepted forms, or the entry of the menu. */
  key: string[] | string;
}

export interface Cloze extends Common {
  type: "cloze";
  ids: string[];
  gaps: Gap[];
}

/** The `data-q` of a question, its lists of ids split. */
export type Question = Options | Numeric | Order | Pairs | ShortText | Cloze;

/**
 * What a learner has answered: choice `"id"`; multiple-response, hotspot and order `["id", …]`;
 * numeric and short-text the text as typed; match and categorize `{left: "right"}`; cloze
 * `{gap: "text or entry"}`; nothing yet `null`.
 */
export type Response = null | string | string[] | Record<string, string | null>;

/** The verdict on a response. */
export type Outcome = "correct" | "partial" | "incorrect";

/** Why a response is not graded. */
export type Missing =
  | "nothing-chosen"
  | "nothing-typed"
  | "not-a-number"
  | "ambiguous"
  | "unknown-unit"
  | "out-of-range"
  | "nothing-moved"
  | "partner-missing"
  | "group-missing"
  | "gap-missing"
  | "nothing-written"
  | "invalid";

export interface Score {
  /** 0 to 1. */
  score: number;
  /** True when there is nothing to grade; `message` says why, and the learner loses nothing. */
  unanswered: boolean;
  /** Whether each part is right: choice, numeric and short-text have one, multiple-response and
   * hotspot one an option, order and categorize one an item, match one a left side, cloze one a
   * gap, in the order of `ids`, case one a part. Null for what was added since the answer was
   * given. Empty when unanswered. */
  parts: (boolean | null)[];
  message?: Missing;
  /** numeric: what was typed, in the question's unit. */
  value?: number;
  /** numeric, short-text: the well-known wrong answer that was typed. */
  near?: string;
  /** short-text, cloze: for each part the form that was meant, where it was not quite written so. */
  spelled?: (string | null)[];
}

/** `lang` decides what "1.234" means: a BCP 47 tag. */
export type Scorer<Q> = (question: Q, response: unknown, lang: string) => Score;

/** A question's element, read. */
export interface Source {
  /** `bank/question` or `bank/case/part`. */
  id: string;
  question: Question;
  prompt: Element;
  /** Options, items or left sides, by id. */
  choices: Record<string, Element>;
  /** match: right sides; categorize: groups. */
  rights: Record<string, Element>;
  /** cloze: by gap, the texts of what its menu offers, by id; nothing where it is typed. */
  menus: Record<string, Record<string, string>>;
  text: Element | null;
  /** hotspot. */
  figure: Element | null;
  hints: Element[];
  /** By the id of the option, region, item, left side, gap or well-known wrong answer. */
  feedback: Record<string, Element>;
  /** numeric, short-text: feedback for a right answer. */
  right: Element | null;
  /** The key for people. */
  key: Element | null;
  why: Element | null;
  sources: Element | null;
}

/** What a view gets from the flow. */
export interface Tools {
  source: Source;
  /** *ids* in this learner's own order, which depends on nothing but them. */
  order: (ids: string[]) => string[];
  /** To be called when the learner has changed the response. */
  changed: () => void;
  /** Says something in the status region. */
  say: (text: string) => void;
}

/** The controls of one question. Nothing here grades: a view draws, reads and writes. */
export interface View {
  nodes: Node[];
  /** What to do, when the controls alone do not say it. */
  how?: string;
  read: () => Response;
  write: (response: Response) => void;
  /** Where the focus goes to begin or to mend. */
  first: () => HTMLElement | null;
  /** Adds marks and feedback to the controls. */
  mark: (score: Score, response: Response) => void;
  /** Says how far a partly right response went. */
  tally?: (score: Score, response: Response) => string;
  /** Says what is missing, where the type can say more than the catalogue. */
  missing?: (message: Missing) => string;
}

/** What xAPI is told of a type. */
export interface Xapi {
  interaction: string;
  /** A response as xAPI writes it. */
  write: (response: any, question: any, result: Score) => string;
  /** Right responses, written so. */
  pattern: (question: any) => string[];
  /** Which lists of an interaction the choices and the right sides of a question are. */
  choices?: "choices" | "source" | "steps";
  rights?: "target";
}

/**
 * A question type. `R` is the shape of its responses, `K` that of what decides a score.
 */
export interface Type<Q, R, K = unknown> {
  score: Scorer<Q>;
  /** What Try again leaves of a response that was not all right. */
  keep: (question: Q, response: R, result: Score) => Response;
  /**
   * What decides the score, as JSON, the same for the same decision: an attempt is kept with it, and
   * stands as long as it is what it was.
   */
  decides: (question: Q) => K;
  /** The question without what has been added since *then*. */
  restrict?: (question: Q, then: K) => Q;
  /** What there still is of an unchecked response, which may be anything. */
  salvage?: (question: Q, response: any) => Response;
  view: (question: Q, tools: Tools) => View;
  xapi: Xapi;
}

/** What is only there when the page has use for it. */
export interface Features {
  caseOf?: (section: HTMLElement, parts: Live[]) => { show: () => void };
  overview?: (root: HTMLElement, draw: Draw, store: Store, lang: string) => () => void;
  summary?: (wanted: import("./overview/summary.js").Wanted) => Node[];
  /** Loads `summary`, for which a page has no use at first; fails where it cannot be had. */
  later?: () => Promise<void>;
  /** Loads `log`, where a page has not got it from the start; fails where it cannot be had. */
  ready?: () => Promise<void>;
  /**
   * Returns the texts that the browser's database has of slots, and what will say whether it has got
   * all that waited in `localStorage`. Fails where there is no database.
   */
  log?: (course: string, slots: string[]) => Promise<[had: [slot: string, text: string][], settled: Promise<boolean>]>;
  /** What a button under the page's quizzes does. */
  tool?: (button: HTMLElement) => void;
}

/** How sure a learner is: guessing, fairly sure, sure. */
export type Level = 1 | 2 | 3;

/** What a question shows. */
export interface State {
  response: Response;
  checked: boolean;
  /** Only with `checked`. */
  result: Score | null;
  hints: number;
  tries: number;
  /** numeric with variants: the one that is asked. */
  variant?: string;
  /** Only where the quiz asks for it, as is the next. */
  confidence?: Level;
  /** How sure the learner was at the latest check, and its score. Try again leaves it. */
  judged?: [confidence: Level, score: number];
  /** The latest attempt that is known here. */
  after: string | null;
  /** Whether attempts up to `after` count no longer. */
  restarted: boolean;
  /** Whether there was an answer, to a question that has changed since. */
  stale: boolean;
  /** Why the last Check graded nothing. */
  message: Missing | "how-sure-first" | null;
}

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

/** A question as its quiz sees it, alive or plain still. */
export interface Live {
  section: HTMLElement;
  source: Source;
  readonly state: Readonly<State>;
  /** Its place among the questions asked, and the words for that. */
  number: (n: number, total: number) => void;
  /** Brings it alive when a reader comes near, or there is time. */
  soon: () => void;
  /** Brings a reader to its beginning, and it alive. */
  focus: () => void;
  /** Takes the answer back; all that is known of earlier ones too, when `forget`. */
  reset: (forget: boolean) => void;
  /** Shows what the store holds; returns whether that is something else by now. */
  refresh: () => boolean;
  /** Where its answers are kept. */
  slot: string;
  /** Lets it stay plain, if it still is. */
  end: () => void;
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

/** What a course consists of, as `selfcheck.outline` writes it. */
export interface Outline {
  course: string;
  title: string;
  /** In reading order, those with questions alone. */
  pages: {
    title: string;
    /** On a site from its root on; in JupyterLab that of the notebook from the course's folder on. */
    address: string;
    /** What the table of contents calls the part in which it stands. */
    part?: string;
    asks: { question: string; sitting?: string }[];
    /** Of them those from which a quiz draws: so many from the one at `begin` on, of which it asks fewer at one time. */
    pools?: { begin: number; size: number; atOnce: number }[];
  }[];
  /** By bank, those of which something is asked. `script` is the address of its questions, from the folder of the scripts on. */
  banks: Record<string, { title: string; script?: string; objectives: Record<string, { text: string; address?: string }> }>;
  /** By name, `bank/question` or `bank/case/part`. */
  questions: Record<
    string,
    {
      /** Its fingerprint and those of its variants. */
      fps: string[];
      objective?: string;
      /** How it begins, in words. */
      title: string;
      /** Where it is asked first. */
      address?: string;
      /** Whether it speaks of "this section" or "the table" around it. */
      placed?: boolean;
    }
  >;
  /** Banks whose questions are never reviewed. */
  unreviewed: string[];
  /** On a site, by name, the address of the page that has a view over the course. */
  views?: Record<string, string>;
}

/** Words by language. */
type Said = Record<string, string>;

interface Component {
  id: string;
  description: Said;
}

export interface Activity {
  objectType: "Activity";
  id: string;
  definition: {
    type: string;
    name?: Said;
    description?: Said;
    interactionType?: string;
    correctResponsesPattern?: string[];
    choices?: Component[];
    source?: Component[];
    target?: Component[];
    steps?: Component[];
    extensions?: Record<string, unknown>;
  };
}

/** An xAPI statement (IEEE 9274.1.1); docs/xapi.md is its profile. */
export interface Statement {
  id: string;
  actor: { objectType: "Agent"; account: { homePage: string; name: string } };
  verb: { id: string; display: Said };
  object: Activity;
  result: {
    score: { scaled: number };
    success: boolean;
    completion: true;
    response: string;
    duration: string;
    extensions: Record<string, unknown>;
  };
  context: {
    platform: string;
    language: string;
    contextActivities: { parent: Activity[]; grouping: Activity[]; category: Activity[] };
    extensions: Record<string, unknown>;
  };
  timestamp: string;
}

declare global {
  /** That of Sphinx, on the page of the search. */
  const Search: { htmlToText: (html: string, anchor?: string) => string } | undefined;
}
