/** When the next questions are due: in words, and as a file for the learner's own calendar. */
/** @import { Due } from "./due.js" */
/** @import { Shown } from "./view.js" */
import { h } from "../dom.js";
import { date } from "../progress/pieces.js";
import { save } from "../progress/save.js";
import { words } from "../words.js";
import { ahead } from "./ahead.js";
import { calendar } from "./calendar.js";
import { dayOf, noonOf } from "./day.js";

/** Days that are named; the file has more of them. */
const NAMED = 5;

/** Days that the file has: what comes later moves with each answer until then. */
const AHEAD = 56;

/**
 * @param {Due} due
 * @param {number} left how many of what is due today are not asked today
 * @param {Shown} given
 * @returns {Node[]}
 */
export function coming({ next }, left, { outline, host, tag, clock = Date.now }) {
  const today = dayOf(clock());
  const all = [...ahead(left, next, today)];
  if (!all.length) return [];
  const days = all.slice(0, NAMED).map(([day, n]) => h("li", {}, `${named(day, clock())}: `, words("review-questions", { n })));
  const soon = new Map(all.filter(([day]) => day <= today + AHEAD));
  const button = h("button", { type: "button", click: download }, words("review-calendar"));
  return [
    h(tag, {}, words("review-next-title")),
    h("ul", {}, ...days),
    ...(soon.size ? [h("div", { class: "sc-buttons" }, button), h("p", { class: "sc-small" }, words("review-calendar-note"))] : []),
  ];

  function download() {
    const text = calendar({
      course: outline.course,
      days: soon,
      summary: (n) => `${outline.title}: ${words("review-questions", { n })}`,
      description: words("review-calendar-note"),
      // Of a page that others can open too; that of JupyterLab and of a disk is nobody else's.
      ...(host === "page" && location.protocol.startsWith("http") && { address: location.href.replace(/[?#].*/, "") }),
      now: clock(),
    });
    save(text, `${outline.course}.ics`, "text/calendar");
  }
}

/**
 * @param {number} day
 * @param {number} now
 */
function named(day, now) {
  const then = noonOf(day);
  const year = then.getFullYear() === new Date(now).getFullYear() ? {} : /** @type {const} */ ({ year: "numeric" });
  return date(then.getTime(), { weekday: "long", day: "numeric", month: "long", ...year });
}
