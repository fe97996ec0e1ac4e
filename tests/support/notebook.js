/**
 * Plays JupyterLab and its kernel for one widget after another, as anywidget has them: a widget in
 * the kernel has traits; a model in the browser copies them; views show a model. What one model
 * changes reaches the others through the kernel, and never at once.
 */

const copy = (value) => JSON.parse(JSON.stringify(value));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Which the page does not see, but by messages. */
const HIDDEN = ["drafts", "forgotten", "log"];

/** `selfcheck.Quiz` in the kernel: its traits, and beside them what selfcheck.log keeps. */
class Widget {
  traits;
  models = [];
  /** What was sent and not worked on yet. */
  #waiting = [];
  #touched = false;
  state = "idle";

  constructor(traits) {
    const none = { report: "", answer: null, types: [], keeper: "kernel", drafts: {}, forgotten: null, log: [] };
    this.traits = copy({ ...none, ...traits });
  }

  /** Takes what a model saved; the others get to know. */
  take(changes, from) {
    this.#soon(() => {
      Object.assign(this.traits, copy(changes));
      for (const model of this.models) if (model !== from) model.take(copy(changes));
    });
  }

  hear(message) {
    this.#soon(() => this[`_${message.type}`]?.(message));
  }

  _open({ nr, known }) {
    const { log, drafts } = this.traits;
    // A test may put anything there.
    const all = Array.isArray(log);
    const kept = all ? known.filter((id) => log.some((each) => each?.id === id)) : log;
    const statements = all ? log.filter((each) => !known.includes(each?.id)) : log;
    this.#say({ type: "log", nr, statements, kept, drafts, touched: this.#touched, forgotten: this.traits.forgotten, trouble: null });
  }

  /** Attempts go into the log, once each. */
  _attempt({ statement, statements }) {
    const before = Array.isArray(this.traits.log) ? this.traits.log : [];
    const made = (statements ?? [statement]).filter(({ id }) => !before.some((each) => each?.id === id));
    this.#touched = true;
    this.traits.log = [...before, ...copy(made)];
    this.#say({ type: "kept", nr: null, ids: (statements ?? [statement]).map(({ id }) => id), forgotten: [], trouble: null });
    this.#say({ type: "news", made: made.map((each) => [slotOf(each), each.id]), until: this.traits.forgotten });
  }

  _draft({ slot, draft }) {
    this.#touched = true;
    this.traits.drafts = { ...this.traits.drafts, [slot]: draft };
    this.#say({ type: "draft", slot, draft });
  }

  /** Deletes all of the course, as somebody else has it done. */
  forget() {
    this.#soon(() => {
      Object.assign(this.traits, { drafts: {}, forgotten: Date.now(), log: [] });
      this.#say({ type: "forgotten", at: this.traits.forgotten });
    });
  }

  /** @param {"idle" | "busy" | "dead"} state busy: with a long cell; dead: for good */
  become(state) {
    this.state = state;
    this.#work();
  }

  #say(message) {
    for (const model of this.models) model.hear(copy(message));
  }

  #soon(work) {
    this.#waiting.push(work);
    setTimeout(() => this.#work(), 0);
  }

  #work() {
    while (this.state === "idle" && this.#waiting.length) this.#waiting.shift()();
  }
}

const slotOf = ({ object, context }) => {
  const sitting = context.extensions["urn:selfcheck:sitting"];
  return object.id.split(":").at(-1) + (sitting ? `@${sitting}` : "");
};

class Model {
  #widget;
  #traits;
  #unsaved = {};
  #listeners = [];

  constructor(widget) {
    this.#widget = widget;
    this.#traits = Object.fromEntries(Object.entries(copy(widget.traits)).filter(([name]) => !HIDDEN.includes(name)));
    widget.models.push(this);
  }

  get(name) {
    if (!(name in this.#traits)) throw new Error(`the widget has no trait ${name}`);
    return this.#traits[name];
  }

  set(name, value) {
    if (HIDDEN.includes(name)) throw new Error("no answer may be in a trait");
    this.#unsaved[name] = value;
    this.take({ [name]: value });
  }

  save_changes() {
    this.#widget.take(this.#unsaved, this);
    this.#unsaved = {};
  }

  send(message) {
    this.#widget.hear(copy(message));
  }

  on(event, listener) {
    this.#listeners.push({ event, listener });
  }

  off(event, listener) {
    this.#listeners = this.#listeners.filter(
      (each) => (event && each.event !== event) || (listener && each.listener !== listener),
    );
  }

  /** Takes a message of the kernel. */
  hear(message) {
    for (const { event, listener } of [...this.#listeners]) if (event === "msg:custom") listener(message, []);
  }

  /** Backbone calls listeners only when a value has changed. */
  take(changes) {
    for (const [name, value] of Object.entries(changes)) {
      if (same(this.#traits[name], value)) continue;
      this.#traits[name] = value;
      for (const { event, listener } of [...this.#listeners]) {
        if (event === `change:${name}` || event === "change") listener();
      }
    }
  }
}

let modules = 0;

/** JupyterLab reads the module anew for each model; a query makes the browser do so. */
async function load() {
  modules += 1;
  const { default: given } = await import(`/widget.js?${modules}`);
  return typeof given === "function" ? given() : given;
}

self.notebook = {
  widgets: [],

  /** Runs a cell with a quiz in it, shown once or at once more often; returns the number of the widget. */
  async run(traits, views = 1) {
    this.widgets.push(new Widget(traits));
    await this.open(this.widgets.length - 1, views);
    return this.widgets.length - 1;
  },

  /** Shows the notebook once more, as in another window: with a model of its own. */
  async open(number, views = 1) {
    const model = new Model(this.widgets[number]);
    const { initialize, render } = await load();
    const { signal } = new AbortController();
    await initialize?.({ model, signal });
    await Promise.all(Array.from({ length: views }, () => this.view(number, { model, render })));
    Object.assign(model, { render });
  },

  /** Shows an output once more, beside the first: with the same model. */
  async view(number, { model = this.widgets[number].models[0], render = model.render } = {}) {
    const el = document.createElement("div");
    document.body.append(el);
    await render({ model, el, signal: new AbortController().signal });
  },

  /** What the kernel does from now on: see `become`. */
  kernel(state) {
    for (const widget of this.widgets) widget.become(state);
  },
};
