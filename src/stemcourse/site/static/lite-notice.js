/* Says a line at the top of JupyterLite, with what can be done. A reader closes it, or it goes. */
(() => {
  const box = document.createElement("div");
  box.className = "course-notices";
  box.setAttribute("role", "status");
  /** @type {Map<string, HTMLElement>} */
  const lines = new Map();
  const closed = new Set();

  /** @type {CourseLite["say"]} */
  function say(name, text, actions = []) {
    if (lines.has(name) || closed.has(name)) return;
    const line = document.createElement("p");
    line.className = "course-notice";
    const words = document.createElement("span");
    words.textContent = text;
    const close = button({ label: "×", press: () => {
      unsay(name);
      closed.add(name);
    } });
    close.setAttribute("aria-label", "Close this message");
    line.append(words, ...actions.map((each) => (each.href ? link(each) : button(each))), close);
    lines.set(name, line);
    box.append(line);
  }

  /** @type {CourseLite["unsay"]} */
  function unsay(name) {
    lines.get(name)?.remove();
    lines.delete(name);
    // What goes wrong once more is said once more.
    closed.delete(name);
  }

  /** @param {Action} action */
  function link({ label, href = "" }) {
    const made = document.createElement("a");
    made.href = href;
    made.download = "";
    made.textContent = label;
    return made;
  }

  /** @param {Action} action */
  function button({ label, press }) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    if (press) made.addEventListener("click", press);
    return made;
  }

  function stand() {
    document.body.prepend(box);
    new ResizeObserver(() => {
      document.documentElement.style.setProperty("--course-notices", `${box.offsetHeight}px`);
      // JupyterLab lays itself out anew when the window changes.
      dispatchEvent(new Event("resize"));
    }).observe(box);
  }
  // This script comes before the body, to hear of all that fails.
  if (document.body) stand();
  else addEventListener("DOMContentLoaded", stand);

  Object.assign(/** @type {WithLite} */ (window).courseLite, { say, unsay });
})();
