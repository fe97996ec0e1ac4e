/* Says in JupyterLite what keeps Python or the reader's work from it: before, and when it happens. */
(() => {
  const { app, download, facts, home, panels, reload, say, text, trouble, unsay } = /** @type {WithLite} */ (window).courseLite;
  const MINUTE = 60_000;
  const SLOW = "Python has not started within a minute. On a slow line please wait a little; otherwise reload the page, or download the notebook and run it on a computer.";
  const DEAD = "Python has stopped, perhaps for want of memory. What you saved is still there. Please close what else is open, and choose Restart Kernel in the menu Kernel.";
  const UNSAVED = "Your notebook could not be saved: the browser has no more room for this site. Please download it now; then delete files that you need no more, in the list of files, and save again.";
  const STARTED = ["idle", "busy"];
  const path = new URLSearchParams(location.search).get("path") ?? "";
  const site = [...(path.endsWith(".ipynb") ? [{ label: "Download the notebook", href: `${home}files/${path}` }] : [])];

  const found = trouble(facts(window));
  if (found) say(found.name, found.text, site);
  addEventListener("online", () => unsay("offline"));
  expectWorker();
  panels((panel) => {
    watchKernel(panel);
    watchSaving(panel);
  });

  /** Where there may be workers, a setting of the browser may still refuse this one. */
  async function expectWorker() {
    if (found || crossOriginIsolated) return;
    await app;
    const late = setTimeout(() => say("workers", text("workers"), site), 10_000);
    await navigator.serviceWorker.ready;
    clearTimeout(late);
    unsay("workers");
  }

  /** @param {LitePanel} panel */
  function watchKernel({ disposed, sessionContext: session }) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let late;
    const stop = () => {
      clearTimeout(late);
      late = undefined;
    };
    const look = () => {
      const status = session.kernelDisplayStatus;
      if (status === "dead") say("dead", DEAD);
      else if (STARTED.includes(status) || (session.isReady && session.hasNoKernel)) {
        stop();
        unsay("slow");
        unsay("dead");
      } else late ??= setTimeout(() => say("slow", SLOW, [reload, ...site]), MINUTE);
    };
    for (const signal of [session.statusChanged, session.connectionStatusChanged, session.kernelChanged]) signal.connect(look);
    disposed.connect(stop);
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
