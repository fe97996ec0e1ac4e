/**
 * A saved view of a widget that is not there: ipywidgets would say "Loading widget…" for as long as
 * no kernel runs, and "model not found" after that, with the quiz's HTML in the same output. This
 * shows the quiz, until the kernel has the widget; of a view over the course it shows what that needs.
 */
/** @import { Load, MimeModel, RenderMime, WidgetView } from "./types.d.ts" */
import { savedQuiz, savedView } from "./saved.js";

const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

/**
 * @param {RenderMime} rendermime
 * @param {Load} load
 */
export function viewsOfWidgets(rendermime, load) {
  const sample = rendermime.getFactory(WIDGET_VIEW)?.createRenderer({ mimeType: WIDGET_VIEW });
  if (!sample) return;
  // Each notebook has a factory of its own, and a kernel that comes later another; all make these.
  const prototype = Object.getPrototypeOf(sample);
  sample.dispose();
  /** @type {WidgetView["renderModel"]} */
  const render = prototype.renderModel;
  /** Ends the quiz that a view shows for want of a widget. @type {WeakMap<WidgetView, () => void>} */
  const ends = new WeakMap();

  /** @type {(this: WidgetView, model: MimeModel) => Promise<void>} */
  prototype.renderModel = async function (model) {
    const saved = savedQuiz(model);
    const said = savedView(model);
    const manager = this._manager?.promise;
    const id = model.data[WIDGET_VIEW]?.model_id;
    const wanting = (saved || said) && manager && !(await Promise.race([manager, undefined]))?.has_model(id);
    const quizzes = wanting && saved && (await load(saved.lang));
    stop(this);
    if (this.isDisposed) return;
    if (!wanting || (saved && !quizzes)) {
      await render.call(this, model);
      return;
    }
    const end = saved && quizzes ? quizzes.revive(this.node, saved.html, saved.course) : plain(this.node, said);
    ends.set(this, end);
    this.disposed.connect(() => stop(this));
    void manager.then((late) => {
      const look = () => {
        // Once: what the widget shows by then is its own affair.
        if (ends.get(this) !== end || !late.has_model(id)) return;
        stop(this);
        void render.call(this, model);
      };
      look();
      late.restored.connect(look);
    });
  };

  /**
   * Shows the words of a view over the course, which has nothing to show without a kernel.
   *
   * @param {HTMLElement} node
   * @param {string} said
   */
  function plain(node, said) {
    node.textContent = said;
    return () => node.replaceChildren();
  }

  /** @param {WidgetView} view */
  function stop(view) {
    ends.get(view)?.();
    ends.delete(view);
  }
}
