/* Lets cells that are run before Python is there wait for it in JupyterLite: JupyterLab would leave
   them as they are, and say nothing. */
(() => {
  const { app } = /** @type {WithLite} */ (window).courseLite;
  // A restart does not wait: it may be what helps.
  const RUNS = /^notebook:run-/;
  /** @type {Set<string>} */
  const waiting = new Set();

  void app.then(({ commands, shell }) => {
    const { execute } = commands;
    commands.execute = async (id, args) => {
      const panel = /** @type {LitePanel | null} */ (shell.currentWidget);
      const session = panel?.sessionContext;
      // A console has no cells to run.
      const content = panel?.content;
      if (!RUNS.test(id) || !content || !session || session.isReady) return execute.call(commands, id, args);
      const cell = content.activeCell;
      const press = `${id} ${panel.id} ${cell?.model.id}`;
      // Whoever sees nothing happen presses once more.
      if (waiting.has(press)) return undefined;
      waiting.add(press);
      await session.ready;
      waiting.delete(press);
      const asked = cell ? content.widgets.indexOf(cell) : -1;
      // The notebook was closed meanwhile, or the cell deleted.
      if (panel.isDisposed || (cell && asked < 0)) return undefined;
      const there = content.activeCellIndex;
      const elsewhere = there !== asked || shell.currentWidget !== panel;
      if (asked >= 0) content.activeCellIndex = asked;
      const done = execute.call(commands, id, { ...args, semanticWidget: panel.id, activate: false });
      // A reader who has gone on to another cell stays there.
      if (elsewhere) content.activeCellIndex = there;
      return done;
    };
  });
})();
