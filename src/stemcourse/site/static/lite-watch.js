/* Says in JupyterLite what keeps Python or a reader's work from it: before, and when it happens. */
(() => {
  const { app, download, facts, home, panels, say, text, trouble, unsay } = /** @type {WithLite} */ (window).courseLite;
  const MINUTE = 60_000;
  const LATE = "JupyterLab takes long to begin. On a slow line please wait a little; otherwise reload the page.";
  const PART = "A part of JupyterLab did not come. Please look whether you are online, and reload the page: what you saved is still there.";
  const SLOW = "Python has not started within a minute. On a slow line please wait a little; otherwise reload the page, or download the notebook and run it on a computer.";
  const UNSAVED = "Your notebook could not be saved: the browser has no more room for this site. Please download it now; then delete files that you need no more, in the list of files, and save again.";
  const STARTED = ["idle", "busy"];
  // Of a script that asks for another: each browser has words of its own.
  const MODULE = /^ChunkLoadError|^TypeError: .*(import|module)/i;
  const path = new URLSearchParams(location.search).get("path") ?? "";
  const reload = { label: "Reload", press: () => location.reload() };
  const site = path.endsWith(".ipynb") ? [{ label: "Download the notebook", href: `${home}files/${path}` }] : [];

  const here = facts(window);
  const found = trouble(here);
  if (found) say(found.name, found.text, site);
  if (!found?.hopeless) {
    expectParts();
    expectApp();
    expectWorker();
    addEventListener("online", () => unsay("offline"));
    panels((panel) => {
      expectKernel(panel);
      watchSaving(panel);
    });
  }

  function expectParts() {
    const lost = () => say("part", PART, [reload]);
    addEventListener("error", ({ target }) => { if (target instanceof HTMLScriptElement) lost(); }, true);
    addEventListener("unhandledrejection", ({ reason }) => { if (MODULE.test(String(reason))) lost(); });
  }

  async function expectApp() {
    const late = setTimeout(() => say("late", LATE, [reload]), MINUTE);
    await app;
    clearTimeout(late);
    unsay("late");
  }

  /** Where there may be workers, a setting of the browser may still refuse this one. */
  async function expectWorker() {
    if (!here.workers || crossOriginIsolated) return;
    await app;
    const late = setTimeout(() => say("workers", text("workers"), site), MINUTE / 6);
    await navigator.serviceWorker.ready;
    clearTimeout(late);
    unsay("workers");
  }

  /** @param {LitePanel} panel */
  function expectKernel({ disposed, sessionContext: session }) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let late;
    const stop = () => {
      clearTimeout(late);
      late = undefined;
    };
    const look = () => {
      const status = session.kernelDisplayStatus;
      // A reader may do without it, or shut it down.
      const wanted = status === "initializing" || !session.hasNoKernel;
      if (STARTED.includes(status) || !wanted) {
        stop();
        unsay("slow");
      } else late ??= setTimeout(() => say("slow", SLOW, [reload, ...site]), MINUTE);
    };
    for (const signal of [session.statusChanged, session.connectionStatusChanged, session.kernelChanged]) signal.connect(look);
    disposed.connect(() => {
      stop();
      unsay("slow");
    });
    look();
  }

  /** @param {LitePanel} panel */
  function watchSaving({ context }) {
    context.saveState.connect((_, state) => {
      if (state === "failed") say("unsaved", UNSAVED, [{ label: "Download mine", press: () => download(context) }]);
      else if (state !== "started") unsay("unsaved");
    });
  }
})();
