/* Says what keeps a browser from running Python: for the button of a page, and in JupyterLite. */
(() => {
  const COMPUTER = "or download the notebook and run it on a computer.";
  /** @type {Record<string, string>} */
  const TEXTS = {
    file: `This page was opened from a disk, and there browsers run no Python. Please open the course on the web, ${COMPUTER}`,
    old: `This browser is too old to run Python. Please update it or take another one, ${COMPUTER}`,
    insecure: `This address begins with http, and there browsers do not let Python read the course's files. Please try it with https, ${COMPUTER}`,
    storage: `Nothing can be kept for this site here, and JupyterLab does not start without that. Please allow the browser to keep data (cookies), open the page in a window of its own, ${COMPUTER}`,
    workers: `This window does not let Python read the course's files, as private windows of some browsers do. Please take an ordinary window or another browser, ${COMPUTER}`,
    offline: "You are offline, and Python is loaded from the site. Please try it again when you are online.",
    memory: "This device has little memory: Python may be slow here, or stop. A computer is better for it; to read and to answer, the pages of the course need no Python.",
  };
  /** What is served by this machine itself is there without a network. */
  const THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"];
  const HOPELESS = ["file", "old", "storage"];

  /** @type {CourseLite["facts"]} */
  function facts(view) {
    const { navigator } = view;
    return {
      file: view.location.protocol === "file:",
      // Firefox has the second since 113, Safari since 16.4, and Chrome had it before the first.
      modern: typeof WebAssembly === "object" && "Tag" in WebAssembly && "CompressionStream" in view,
      secure: view.isSecureContext,
      workers: view.crossOriginIsolated || allowed(() => navigator.serviceWorker),
      storage: allowed(() => view.localStorage.getItem("") !== undefined),
      online: navigator.onLine || THIS_MACHINE.includes(view.location.hostname),
      memory: /** @type {{ deviceMemory?: number }} */ (navigator).deviceMemory,
    };
  }

  /** @param {() => unknown} look throws where a browser forbids it */
  function allowed(look) {
    try {
      return Boolean(look());
    } catch {
      return false;
    }
  }

  /** @type {CourseLite["trouble"]} */
  function trouble({ file, modern, secure, workers, storage, online, memory }) {
    // The first that is so is told, and it alone.
    const found = { file, old: !modern, insecure: !secure, storage: !storage, workers: !workers, offline: !online, memory: (memory ?? 2) < 2 };
    const [name] = Object.entries(found).find(([, is]) => is) ?? [];
    return name ? { name, text: text(name), hopeless: HOPELESS.includes(name) } : undefined;
  }

  /** @type {CourseLite["text"]} */
  function text(name) {
    return TEXTS[name];
  }

  Object.assign(globalThis, { courseLite: { facts, trouble, text } });
})();
