/* Brings the notebooks that are open in JupyterLite, now and later; says when it cannot begin. */
(() => {
  const { say, unsay } = /** @type {WithLite} */ (window).courseLite;
  const MINUTE = 60_000;
  const LATE = "JupyterLab takes long to begin. On a slow line please wait a little; otherwise reload the page.";
  const PART = "A part of JupyterLab did not come. Please look whether you are online, and reload the page: what you saved is still there.";
  const reload = { label: "Reload", press: () => location.reload() };
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const home = new URL("..", own.src).href;
  let stands = false;

  /** @returns {Promise<LiteApp>} */
  async function started() {
    const late = setTimeout(() => say("late", LATE, [reload]), MINUTE);
    for (;;) {
      const { jupyterapp } = /** @type {Window & { jupyterapp?: LiteApp }} */ (window);
      if (jupyterapp) {
        await jupyterapp.restored;
        stands = true;
        clearTimeout(late);
        unsay("late");
        return jupyterapp;
      }
      await new Promise((done) => { setTimeout(done, 200); });
    }
  }
  const app = started();

  // A script that does not come, or a module that it asks for.
  addEventListener("error", ({ target }) => { if (target instanceof HTMLScriptElement) lost(); }, true);
  addEventListener("unhandledrejection", ({ reason }) => {
    if (!stands || reason?.name === "ChunkLoadError") lost();
  });
  function lost() {
    if (location.protocol !== "file:") say("part", PART, [reload]);
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

  Object.assign(/** @type {WithLite} */ (window).courseLite, { app, home, panels, reload });
})();
