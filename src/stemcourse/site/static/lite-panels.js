/* Brings the notebooks that are open in JupyterLite, now and later. */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const home = new URL("..", own.src).href;
  const app = started();

  /** @returns {Promise<LiteApp>} */
  async function started() {
    for (;;) {
      const { jupyterapp } = /** @type {Window & { jupyterapp?: LiteApp }} */ (window);
      if (jupyterapp) {
        await jupyterapp.restored;
        return jupyterapp;
      }
      await new Promise((done) => { setTimeout(done, 200); });
    }
  }

  /** @type {CourseLite["panels"]} */
  async function panels(opened) {
    const lab = await app;
    const known = new WeakSet();
    const look = () => {
      const panel = /** @type {LitePanel | null} */ (lab.shell.currentWidget);
      // Other tabs have no kernel, or no model with metadata.
      if (!panel?.sessionContext || !panel.context?.model.getMetadata || known.has(panel)) return;
      known.add(panel);
      opened(panel, lab);
    };
    lab.shell.currentChanged.connect(look);
    look();
  }

  Object.assign(/** @type {WithLite} */ (window).courseLite, { app, home, panels });
})();
