/** When a learner answered. */
/** @import { Facts } from "../facts/index.js" */
/** @import { Tag } from "../pieces.js" */
import { h } from "../../dom.js";
import { words } from "../../words.js";
import { date, dates, named, number, section } from "../pieces.js";
import { columns } from "../svg.js";

/** @type {Record<Facts["time"]["unit"], Intl.DateTimeFormatOptions>} */
const DATES = {
  day: { weekday: "short", day: "numeric", month: "long" },
  week: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
};

/**
 * @param {Facts} facts
 * @param {{ tag: Tag }} place
 */
export function time({ time: { unit, periods } }, place) {
  if (!periods.length) return [];
  const written = dates(DATES[unit]);
  const rows = periods.filter(({ n }) => n).map(({ from, n, right }) => [written(from), number(n), number(right)]);
  const head = [words(`by-${unit}`), words("n-answers"), words("n-right")];
  const most = Math.max(...periods.map(({ n }) => n));
  const since = date(periods[0].from, unit === "month" ? DATES.month : undefined);
  return [
    section(
      "when-answered",
      place,
      columns(periods),
      h("p", { class: "sc-small" }, words(`chart-${unit}`, { n: number(most), date: since })),
      h("details", {}, h("summary", {}, words("in-numbers")), named(words("when-answered"), head, rows)),
    ),
  ];
}
