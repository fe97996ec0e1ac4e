/* Lets cells that are run before Python is there wait for it in JupyterLite: JupyterLab would leave
   them as they are, and say nothing. */
(() => {
  const { app } = /** @type {WithLite} */ (window).courseLite;
  // A restart does not wait: it may be what helps.
  const RUNS = /^notebook:run-/;

  void app.then(({ commands, shell }) => {
    const { execute } = commands;
    commands.execute = async (id, args) => {
      const { sessionContext } = /** @type {Partial<LitePanel>} */ (shell.currentWidget ?? {});
      if (RUNS.test(id)) await sessionContext?.ready;
      return execute.call(commands, id, args);
    };
  });
})();
