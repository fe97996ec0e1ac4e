/** What the extension uses of JupyterLab, ipywidgets and webpack, whose own types are larger. */

declare global {
  /** The file of `quizzes.js`; the build names it. */
  const SELFCHECK_QUIZZES: string;
}

/** An output in one or more MIME types. */
export interface MimeModel {
  data: Record<string, any>;
  metadata: Record<string, any>;
  trusted: boolean;
}

export interface Signal {
  connect(heard: () => void): void;
}

export interface Renderer {
  node: HTMLElement;
  disposed: Signal;
  isDisposed: boolean;
  renderModel(model: MimeModel): Promise<void>;
  dispose(): void;
}

export interface Factory {
  safe: boolean;
  mimeTypes: string[];
  defaultRank?: number;
  createRenderer(options: object): Renderer;
}

export interface RenderMime {
  getFactory(type: string): Factory | undefined;
  addFactory(factory: Factory, rank?: number): void;
}

export interface WidgetManager {
  has_model(id: string): boolean;
  restored: Signal;
}

/** What ipywidgets shows a widget in. */
export interface WidgetView extends Renderer {
  /** The manager of the notebook's widgets, once there is a kernel. */
  _manager?: { promise: Promise<WidgetManager> } | null;
}

export interface Application {
  started: Promise<void>;
  commands: {
    hasCommand(id: string): boolean;
    execute(id: string): Promise<unknown>;
  };
}

/** Modules that JupyterLab shares, by name and version. */
export type Shared = Record<string, Record<string, { get(): Promise<() => any>; loaded?: unknown }>>;

/** What brings quizzes alive: `quizzes.js`, loaded when there is one. */
export type Quizzes = typeof import("./quizzes.js");

/** Null where it cannot be had: a quiz stays as the host shows it. */
export type Load = (lang: string) => Promise<Quizzes | null>;
