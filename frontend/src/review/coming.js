/** When the next questions are due: in words, and as a file for the learner's own calendar. */
/** @import { Due } from "./due.js" */
/** @import { Given } from "./view.js" */
import { h } from "../dom.js";
import { language, words } from "../words.js";
import { calendar } from "./calendar.js";
import { noonOf } from "./day.js";

/** Days that are named; the file has more of them. */
const NAMED = 5;

/**
 * @param {Due} due
 * @param {Given} given
 * @returns {Node[]}
 */
export function coming({ next }, { outline, clock = Date.now }) {
  if (!next.size) return [];
  const days = [...next].slice(0, NAMED).map(([day, n]) => h("li", {}, `${named(day)}: `, words("review-questions", { n })));
  const save = h("button", { type: "button", click: () => download() }, words("review-calendar"));
  return [
    h("h2", {}, words("review-next-title")),
    h("ul", {}, ...days),
    h("div", { class: "sc-buttons" }, save),
    h("p", { class: "sc-note" }, words("review-calendar-note")),
  ];

  function download() {
    const text = calendar({
      course: outline.course,
      next,
      summary: (n) => `${outline.title}: ${words("review-questions", { n })}`,
      description: words("review-calendar-note"),
      ...(location.protocol.startsWith("http") && { address: location.href.replace(/[?#].*/, "") }),
      now: clock(),
    });
    const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    h("a", { href: address, download: `${outline.course}.ics` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

/** @param {number} day */
function named(day) {
  return noonOf(day).toLocaleDateString(language(), { weekday: "long", day: "numeric", month: "long" });
}
