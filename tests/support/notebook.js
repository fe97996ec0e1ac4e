/**
 * Plays JupyterLab and its kernel for one widget after another, as anywidget has them: a widget in
 * the kernel has traits; a model in the browser copies them; views show a model. What one model
 * changes reaches the others through the kernel, and never at once.
 */

const copy = (value) => JSON.parse(JSON.stringify(value));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** `selfcheck.Quiz` in the kernel. */
class Widget {
  traits;
  models = [];
  /** What was sent and not worked on yet. */
  #waiting = [];
  state = "idle";

  constructor(traits) {
    const none = { report: "", answer: null, types: [], drafts: {}, log: [] };
    this.traits = copy({ ...none, ...traits });
  }

  /** Takes what a model saved; the others get to know. */
  take(changes, from) {
    this.#soon(() => {
      Object.assign(this.traits, copy(changes));
      for (const model of this.models) if (model !== from) model.take(copy(changes));
    });
  }

  /** Takes a message: attempts go into the log, once each. */
  hear({ type, statement }) {
    this.#soon(() => {
      const log = Array.isArray(this.traits.log) ? this.traits.log : [];
      if (type !== "attempt" || log.some((each) => each?.id === statement.id)) return;
      this.traits.log = [...log, copy(statement)];
      for (const model of this.models) model.take({ log: copy(this.traits.log) });
    });
  }

  /** @param {"idle" | "busy" | "dead"} state busy: with a long cell; dead: for good */
  become(state) {
    this.state = state;
    this.#work();
  }

  #soon(work) {
    this.#waiting.push(work);
    setTimeout(() => this.#work(), 0);
  }

  #work() {
    while (this.state === "idle" && this.#waiting.length) this.#waiting.shift()();
  }
}

class Model {
  #widget;
  #traits;
  #unsaved = {};
  #listeners = [];

  constructor(widget) {
    this.#widget = widget;
    this.#traits = copy(widget.traits);
    widget.models.push(this);
  }

  get(name) {
    if (!(name in this.#traits)) throw new Error(`the widget has no trait ${name}`);
    return this.#traits[name];
  }

  set(name, value) {
    if (name === "log") throw new Error("Python alone writes the log");
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
