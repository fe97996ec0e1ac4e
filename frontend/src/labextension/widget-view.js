/**
 * A saved view of a widget that is not there: ipywidgets would say "Loading widget…" for as long as
 * no kernel runs, and "model not found" after that, with the quiz's HTML in the same output. This
 * shows the quiz, until the kernel has the widget.
 */
/** @import { Quizzes, RenderMime, WidgetView } from "./types.d.ts" */
import { savedQuiz } from "./saved.js";

const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

/**
 * @param {RenderMime} rendermime
 * @param {(lang: string) => Promise<Quizzes>} load
 */
export function viewsOfWidgets(rendermime, load) {
  const sample = rendermime.getFactory(WIDGET_VIEW)?.createRenderer({ mimeType: WIDGET_VIEW });
  if (!sample) return;
  // Each notebook has a factory of its own, and a kernel that comes later another; all make these.
  const prototype = Object.getPrototypeOf(sample);
  sample.dispose();
  /** @type {WidgetView["renderModel"]} */
  const render = prototype.renderModel;
  /** Ends the quiz that is shown for want of a widget. @type {WeakMap<WidgetView, () => void>} */
  const ends = new WeakMap();

  /** @type {(this: WidgetView, model: import("./types.d.ts").MimeModel) => Promise<void>} */
  prototype.renderModel = async function (model) {
    const saved = savedQuiz(model);
    const manager = this._manager?.promise;
    if (!saved || !manager) {
      await render.call(this, model);
      return;
    }
    const id = model.data[WIDGET_VIEW].model_id;
    const withWidget = async () => {
      ends.get(this)?.();
      await render.call(this, model);
    };
    const now = await Promise.race([manager, undefined]);
    if (now?.has_model(id)) {
      await withWidget();
      return;
    }
    await withoutWidget(this, saved);
    void manager.then((late) => {
      const look = () => {
        if (!this.isDisposed && late.has_model(id)) void withWidget();
      };
      look();
      late.restored.connect(look);
    });
  };

  /**
   * @param {WidgetView} view
   * @param {import("./saved.js").Saved} saved
   */
  async function withoutWidget(view, { html, course, lang }) {
    const { revive } = await load(lang);
    ends.get(view)?.();
    if (view.isDisposed) return;
    ends.set(view, revive(view.node, html, course));
  }
}
