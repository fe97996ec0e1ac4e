import type { Asking } from "./asking.js";

/** The shapes that the rooms hand to each other. What the HTML must hold: docs/quiz-html.md. */

/** What all types have. */
interface Common {
  hash: string;
  objective?: string;
}

/** Options, of which one (`choice`) or several (`multiple-response`) are right. */
export interface Choice extends Common {
  type: "choice" | "multiple-response" | "hotspot";
  key: number[];
  shuffle?: boolean;
  options: number;
}

/** What changes from one variant of a numeric question to the next. */
export interface Variant {
  key: number;
  tol?: number;
  near?: [value: number, tolerance: number][];
}

export interface Numeric extends Common, Variant {
  type: "numeric";
  unit?: string;
  units?: Record<string, number>;
  min?: number;
  max?: number;
  variants?: Variant[];
  /** By name of a place in the texts, what stands there in each variant. */
  say?: Record<string, string[]>;
}

export interface Order extends Common {
  type: "order";
  key: number[];
  items: number;
}

/** For each thing on the left, the index of the one on the right that belongs to it. */
export interface Pairs {
  key: number[];
  left: number;
  right: number;
}

export interface Match extends Common, Pairs {
  type: "match";
}

/** Items on the left, groups on the right. */
export interface Categorize extends Common, Pairs {
  type: "categorize";
}

/** How something typed is compared with the forms that are accepted. */
export interface Accepted {
  case?: boolean;
  accents?: boolean;
  spelling?: number;
}

export interface ShortText extends Common, Accepted {
  type: "short-text";
  key: string[];
  near?: string[][];
}

export interface Gap extends Accepted {
  /** Accepted forms, or the index in the gap's menu. */
  key: string[] | number;
}

export interface Cloze extends Common {
  type: "cloze";
  key: Gap[];
  /** How much each gap offers; 0 where it is typed. */
  menus: number[];
}

export interface Case {
  type: "case";
  parts: Exclude<Question, Case>[];
}

/** The `data-q` of a question, and how many elements of each kind stand in its HTML. */
export type Question =
  | Choice
  | Numeric
  | Order
  | Match
  | Categorize
  | ShortText
  | Cloze
  | Case;

/**
 * What a learner has answered, in indices of the HTML: choice `2`; multiple-response and hotspot
 * `[0, 2]`; numeric and short-text the text as typed; order `[2, 0, 1]`; match and categorize
 * `[1, null, 0]`; cloze `["text", 1, null]`; case the responses of its parts; nothing yet `null`.
 */
export type Response = null | number | string | (number | string | null)[];

/** Why a response is not graded. */
export type Missing =
  | "nothing-chosen"
  | "nothing-typed"
  | "not-a-number"
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
   * gap, case one a part. Empty when unanswered. */
  parts: boolean[];
  message?: Missing;
  /** numeric: what was typed, in the question's unit. */
  value?: number;
  /** numeric, short-text: the index of the well-known wrong answer that was typed. */
  near?: number;
  /** short-text, cloze: for each part the form that was meant, where it was not quite written so. */
  spelled?: (string | null)[];
}

/** `lang` decides what "1.234" means: a BCP 47 tag. */
export type Scorer<Q> = (question: Q, response: unknown, lang: string) => Score;

/** A question's element, read. */
export interface Source {
  id: string;
  bank: string;
  question: Exclude<Question, Case>;
  prompt: Element;
  /** Options, items or left sides. */
  choices: Element[];
  /** match: right sides; categorize: groups. */
  rights: Element[];
  /** cloze: what each gap offers; nothing where it is typed. */
  gaps: string[][];
  text: Element | null;
  /** hotspot. */
  figure: Element | null;
  hints: Element[];
  feedback: Element[];
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
  /** Indices 0 … count − 1, in this learner's own order. */
  order: (count: number) => number[];
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
  /** What Try again leaves of a response that was not all right. */
  keep: (score: Score, response: Response) => Response;
  /** Says how far a partly right response went. */
  tally?: (score: Score, response: Response) => string;
  /** Says what is missing, where the type can say more than the catalogue. */
  missing?: (message: Missing) => string;
}

/** A question type. */
export interface Type {
  score: Scorer<any>;
  view: (question: any, tools: Tools) => View;
  /** What xAPI calls it, and how it writes a response. */
  interaction: [name: string, write: (response: any, result: Score) => string];
}

/** What is only there when the page has use for it. */
export interface Features {
  caseOf?: (section: HTMLElement, parts: Live[], lang: string) => { show: () => void };
  overview?: (root: HTMLElement, asking: Asking, store: Store, lang: string) => () => void;
}

/** How sure a learner is: guessing, fairly sure, sure. */
export type Level = 1 | 2 | 3;

/** What is kept of a question. */
export interface State {
  hash: string;
  response: Response;
  checked: boolean;
  hints: number;
  tries: number;
  /** numeric with variants: the index of the one that is asked. */
  variant?: number;
  /** Only where the quiz asks for it, as is the next. */
  confidence?: Level;
  /** How sure the learner was at the latest check, and its score. Try again leaves it. */
  judged?: [confidence: Level, score: number];
}

/** A question brought alive, as its quiz sees it. */
export interface Live {
  section: HTMLElement;
  source: Source;
  readonly state: Readonly<State>;
  /** Null while nothing is checked. */
  readonly result: Score | null;
  /** Its place among the questions asked, and the words for that. */
  number: (n: number, total: number) => void;
  /** Brings a reader to its beginning. */
  focus: () => void;
  /** Takes the answer back; all that is known of earlier ones too, when `forget`. */
  reset: (forget: boolean) => void;
  /** Shows what the store holds, when that is something else by now. */
  refresh: () => void;
}

/** Where a host keeps answers. */
export interface Store {
  /** False when answers will be lost; may become false after a `save`. */
  readonly persistent: boolean;
  /** The state of a question, or the round of a quiz; null when there is none. */
  load: (name: string) => any;
  save: (name: string, value: State | number) => void;
  record: (statement: Statement) => void;
}

/** An xAPI statement (IEEE 9274.1.1). */
export interface Statement {
  id: string;
  actor: { objectType: "Agent"; account: { homePage: string; name: string } };
  verb: { id: string; display: Record<string, string> };
  object: {
    objectType: "Activity";
    id: string;
    definition: { type: string; interactionType: string; extensions: Record<string, unknown> };
  };
  result: {
    score: { scaled: number };
    success: boolean;
    completion: true;
    response: string;
    duration: string;
  };
  context: { platform: string; extensions: Record<string, unknown> };
  timestamp: string;
}
