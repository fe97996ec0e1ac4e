/* Takes a reader's notebook along in JupyterLite: to the disk, or beside the one of the site. */
(() => {
  /** @type {CourseLite["download"]} */
  function download({ model, path }) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written(model.toJSON())], { type: "application/x-ipynb+json" }));
    link.download = path.replace(/^.*\//, "");
    link.click();
    // The browser has to have begun.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** @type {CourseLite["aside"]} */
  async function aside({ model, path }, contents) {
    const content = model.toJSON();
    const taken = (/** @type {string} */ name) => contents.get(name, { content: false }).then(() => true, () => false);
    const copy = await beside(path, new Date(), taken);
    await contents.save(copy, { type: "notebook", format: "json", content });
    const kept = await contents.get(copy, { content: true });
    if (written(kept.content) !== written(content)) throw new Error(`${copy} was not saved whole`);
    return copy;
  }

  /** @type {CourseLite["beside"]} */
  async function beside(path, date, taken) {
    const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((each) => String(each).padStart(2, "0")).join("-");
    for (let count = 1; ; count++) {
      const name = path.replace(/\.ipynb$/, ` (mine, ${day}${count > 1 ? `, ${count}` : ""}).ipynb`);
      if (!await taken(name)) return name;
    }
  }

  /** @param {unknown} notebook */
  function written(notebook) {
    return `${JSON.stringify(notebook, null, 1)}\n`;
  }

  Object.assign(/** @type {WithLite} */ (globalThis).courseLite, { aside, beside, download });
})();
