/** The shapes that the rooms hand to each other. What the HTML must hold: docs/quiz-html.md. */
import type { Draw } from "./draw.js";
import type { Store } from "./kept.d.ts";

export type * from "./kept.d.ts";
export type * from "./outline.d.ts";
export type * from "./statement.d.ts";

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

declare global {
  /** That of Sphinx, on the page of the search. */
  const Search: { htmlToText: (html: string, anchor?: string) => string } | undefined;
}
