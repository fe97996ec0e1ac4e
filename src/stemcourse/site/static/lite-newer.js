/* Says in JupyterLite that the site has a newer version of a notebook than the reader's own, and
   brings it when they want it. Until then theirs stays; one that was never saved is the site's. */
(() => {
  const { aside, download, home, panels, say, unsay } = /** @type {WithLite} */ (window).courseLite;
  const NEWER = "There is a newer version of this notebook on the site. Yours is kept as it is:";
  const GOT = "This is the new one. Yours stands beside it as";
  const NONE = "The new one could not be fetched. Please look whether you are online, and try it again; yours is kept as it is.";
  const NOT = "The new one was not opened: the browser has no room for a copy of yours. Please download it; then delete files that you need no more, and try it again.";
  /** @type {Promise<Record<string, string>> | undefined} */
  let asked;

  /** The version of each notebook that the site has now, by path. */
  function versions() {
    // Asked for once more than a cache would: an old list says that nothing is new.
    asked ??= fetch(`${home}course/versions.json`, { cache: "no-cache" }).then((got) => got.json());
    // Without the list nothing is said: a reader can do nothing about it.
    return asked.catch(() => /** @type {Record<string, string>} */ ({}));
  }

  panels(async ({ context }, { serviceManager: { contents } }) => {
    await context.ready;
    const { model, path } = context;
    const mine = version(model.getMetadata("course"));
    const now = (await versions())[path];
    // A notebook without a version is no notebook of the course.
    if (!mine || !now || mine === now) return;
    // Offline the cache's is what there is.
    await renew(path).catch(() => {});
    const kept = await contents.get(path, { content: true });
    if (!model.dirty && version(kept.content.metadata.course) !== mine) {
      // Theirs was not saved: a cache had it.
      await context.revert();
      return;
    }
    const name = `newer:${path}`;
    say(name, NEWER, [
      { label: "Download mine", press: () => download(context) },
      { label: "Get the new one", press: () => replace().catch(() => say(`${name}:not`, NONE)) },
    ]);

    async function replace() {
      unsay(`${name}:not`);
      // Whether it can be had is known before anything is changed.
      await renew(path);
      const copy = await aside(context, contents).catch(() => say(`${name}:not`, NOT));
      if (!copy) return;
      // Without a copy in the browser the site's is the one that JupyterLite opens.
      await contents.delete(path);
      await context.revert();
      unsay(name);
      const open = () => location.assign(`?path=${encodeURIComponent(copy)}`);
      say(`${name}:got`, `${GOT} ${copy.replace(/^.*\//, "")}`, [{ label: "Open yours", press: open }]);
    }
  });

  /** @param {{ version?: string } | undefined} stamp */
  function version(stamp) {
    return stamp?.version;
  }

  /**
   * Puts the site's notebook in the place of an older one in the browser's cache.
   *
   * @param {string} path
   */
  async function renew(path) {
    const got = await fetch(`${home}files/${path.split("/").map(encodeURIComponent).join("/")}`, { cache: "reload" });
    if (!got.ok) throw new Error(`${path}: ${got.status}`);
  }
})();
