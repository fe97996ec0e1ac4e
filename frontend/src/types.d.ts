/** The shapes that the rooms hand to each other. What the HTML must hold: docs/quiz-html.md. */

/** What all types have. */
interface Common {
  hash: string;
  objective?: string;
}

/** Options, of which one (`choice`) or several (`multiple-response`) are right. */
export interface Choice extends Common {
  type: "choice" | "multiple-response";
  key: number[];
  shuffle?: boolean;
  options: number;
}

export interface Numeric extends Common {
  type: "numeric";
  key: number;
  tol?: number;
  unit?: string;
  units?: Record<string, number>;
  min?: number;
  max?: number;
  near?: [value: number, tolerance: number][];
}

export interface Order extends Common {
  type: "order";
  key: number[];
  items: number;
}

export interface Match extends Common {
  type: "match";
  key: number[];
  left: number;
  right: number;
}

/** The `data-q` of a question, and how many elements of each kind stand in its HTML. */
export type Question = Choice | Numeric | Order | Match;

/**
 * What a learner has answered, in indices of the HTML: choice `2`; multiple-response `[0, 2]`;
 * numeric the text as typed; order `[2, 0, 1]`; match `[1, null, 0]`; nothing yet `null`.
 */
export type Response = null | number | string | (number | null)[];

/** Why a response is not graded. */
export type Missing =
  | "nothing-chosen"
  | "nothing-typed"
  | "not-a-number"
  | "unknown-unit"
  | "out-of-range"
  | "nothing-moved"
  | "partner-missing"
  | "invalid";

export interface Score {
  /** 0 to 1. */
  score: number;
  /** True when there is nothing to grade; `message` says why, and the learner loses nothing. */
  unanswered: boolean;
  /** Whether each part is right: choice and numeric have one, multiple-response one an option,
   * order one an item, match one a left side. Empty when unanswered. */
  parts: boolean[];
  message?: Missing;
  /** numeric: what was typed, in the question's unit. */
  value?: number;
  /** numeric: the index of the well-known wrong number that was typed. */
  near?: number;
}

/** `lang` decides what "1.234" means: a BCP 47 tag. */
export type Scorer<Q> = (question: Q, response: unknown, lang: string) => Score;

/** A question's element, read. */
export interface Source {
  id: string;
  bank: string;
  question: Question;
  prompt: Element;
  /** Options, items or left sides. */
  choices: Element[];
  /** match: right sides. */
  rights: Element[];
  hints: Element[];
  feedback: Element[];
  /** numeric: feedback for a right number. */
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

/** How sure a learner is: guessing, fairly sure, sure. */
export type Level = 1 | 2 | 3;

/** What is kept of a question. */
export interface State {
  hash: string;
  response: Response;
  checked: boolean;
  hints: number;
  tries: number;
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
