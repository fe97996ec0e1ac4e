/** The HTML of a quiz comes alive; all other HTML is JupyterLab's own affair. */
/** @import { Application, Load, MimeModel, Quizzes, Renderer, RenderMime } from "./types.d.ts" */
import { HTML, savedQuiz } from "./saved.js";

const TRUST = "notebook:trust";

/**
 * @param {Application} app
 * @param {RenderMime} rendermime
 * @param {Load} load
 */
export function htmlOfQuizzes(app, rendermime, load) {
  const base = rendermime.getFactory(HTML);
  if (!base) return;
  rendermime.addFactory({ ...base, createRenderer: (options) => alive(base.createRenderer(options)) });

  /** @param {Renderer} renderer JupyterLab's own */
  function alive(renderer) {
    const render = renderer.renderModel.bind(renderer);
    let end = () => {};
    renderer.renderModel = async (model) => {
      const saved = savedQuiz(model);
      const quizzes = saved && (await load(saved.lang));
      // After that, since another model may have been shown meanwhile.
      end();
      end = () => {};
      if (!quizzes) await render(model);
      else if (model.trusted) end = quizzes.revive(renderer.node, saved.html, saved.course);
      else await untrusted(model, saved.html, quizzes);
      if (renderer.isDisposed) end();
    };
    renderer.disposed.connect(() => end());
    return renderer;

    /**
     * JupyterLab's sanitiser takes out formulas and figures, and the key.
     *
     * @param {MimeModel} model
     * @param {string} html
     * @param {Quizzes} quizzes
     */
    async function untrusted(model, html, quizzes) {
      const { text, note } = quizzes.withoutTrust(html, trust());
      await render({ ...model, data: { [HTML]: text }, metadata: {}, trusted: false });
      renderer.node.prepend(note);
    }
  }

  function trust() {
    return app.commands.hasCommand(TRUST) ? () => void app.commands.execute(TRUST) : null;
  }
}
