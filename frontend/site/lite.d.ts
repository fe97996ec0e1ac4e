/** What the scripts about JupyterLite share: those of a page's button, and those in JupyterLite. */

/** What decides whether Python can run in a browser. */
interface Facts {
  /** Whether the page was opened from a disk. */
  file: boolean;
  /** Whether the browser has what Python and JupyterLab are made with. */
  modern: boolean;
  /** Whether the address is https, or of this machine. */
  secure: boolean;
  /** Whether there may be service workers: Python reads files by one. */
  workers: boolean;
  /** Whether the browser keeps anything for the site. */
  storage: boolean;
  online: boolean;
  /** Of the device, in GB, where the browser tells it. */
  memory?: number | undefined;
}

interface Trouble {
  name: string;
  text: string;
  /** Whether it is of no use to try all the same. */
  hopeless: boolean;
}

interface Action {
  label: string;
  /** Of a link, which saves a file to the disk. */
  href?: string;
  /** Of a button. */
  press?: () => unknown;
}

interface CourseLite {
  facts: (view: Window & typeof globalThis) => Facts;
  /** The worst, if there is one. */
  trouble: (facts: Facts) => Trouble | undefined;
  /** Of a trouble. */
  text: (name: string) => string;

  /** Says a line, once; what a reader has closed is not said again. */
  say: (name: string, text: string, actions?: Action[]) => void;
  unsay: (name: string) => void;

  /** When JupyterLab stands. */
  app: Promise<LiteApp>;
  /** Calls for each notebook that is open, now and later. */
  panels: (opened: (panel: LitePanel, app: LiteApp) => void) => void;
  /** The address of JupyterLite. */
  home: string;

  /** Saves a notebook to the disk as it stands on the screen. */
  download: (context: LiteContext) => void;
  /** Saves it beside itself, and gives the path of the copy. */
  aside: (context: LiteContext, contents: LiteContents) => Promise<string>;
  /** The path of such a copy. */
  beside: (path: string, date: Date, taken: (path: string) => Promise<boolean>) => Promise<string>;
}

type WithLite = Window & typeof globalThis & { courseLite: CourseLite };

/* What is used here of JupyterLab. */

interface LiteSignal {
  connect: (heard: (sender: unknown, news: any) => void) => void;
}

interface LiteApp {
  restored: Promise<unknown>;
  commands: { execute: (id: string, args?: object) => Promise<unknown> };
  shell: { currentWidget: unknown; currentChanged: LiteSignal };
  serviceManager: { contents: LiteContents };
}

/** The files of JupyterLite: those of the browser, and behind them those of the site. */
interface LiteContents {
  get: (path: string, options: object) => Promise<{ content: any }>;
  save: (path: string, file: object) => Promise<unknown>;
  delete: (path: string) => Promise<void>;
}

interface LiteContext {
  path: string;
  ready: Promise<void>;
  saveState: LiteSignal;
  revert: () => Promise<void>;
  model: { dirty: boolean; toJSON: () => unknown; getMetadata: (name: string) => any };
}

/** A cell of a notebook. */
interface LiteCell {
  model: { id: string };
}

/** A notebook's tab. */
interface LitePanel {
  id: string;
  disposed: LiteSignal;
  isDisposed: boolean;
  content: { widgets: readonly LiteCell[]; activeCell: LiteCell | null; activeCellIndex: number };
  context: LiteContext;
  sessionContext: {
    /** When its kernel is there. */
    ready: Promise<void>;
    isReady: boolean;
    kernelDisplayStatus: string;
    hasNoKernel: boolean;
    statusChanged: LiteSignal;
    connectionStatusChanged: LiteSignal;
    kernelChanged: LiteSignal;
  };
}
