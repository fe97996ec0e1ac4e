/** What is folded in a view: open on paper, and as the learner left it when the view is drawn anew. */

/** @param {HTMLElement} el */
export function folds(el) {
  /** Opened for paper alone. @type {HTMLDetailsElement[]} */
  let shut = [];
  const all = () => [...el.querySelectorAll("details")];
  const open = () => {
    shut.push(...all().filter((each) => !each.open));
    for (const each of shut) each.open = true;
  };
  const close = () => {
    for (const each of shut) each.open = false;
    shut = [];
  };
  addEventListener("beforeprint", open);
  addEventListener("afterprint", close);
  return {
    /** @param {() => void} draw exchanges what is in it */
    through(draw) {
      const before = new Map(all().map((each) => [nameOf(each), each.open]));
      draw();
      for (const each of all()) each.open = before.get(nameOf(each)) ?? each.open;
    },
    end() {
      removeEventListener("beforeprint", open);
      removeEventListener("afterprint", close);
    },
  };
}

/** @param {HTMLDetailsElement} details */
const nameOf = (details) => details.querySelector("summary")?.textContent;
