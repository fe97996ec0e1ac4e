/** A second sitting beside the first. */
/** @import { Live, Score, Store } from "../types.d.ts" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { beginning } from "../prompt.js";
import { project } from "../flow/project.js";
import { SIGNS, outcomeOf } from "../score/result.js";
import { words } from "../words.js";
import { answerOf } from "./answer.js";
import { table } from "./table.js";

/**
 * @param {Live[]} asked all of them answered
 * @param {Store} store
 * @param {string} lang
 */
export function comparison(asked, store, lang) {
  const pairs = asked.map(({ source, state }) => {
    const { result } = state;
    const first = project(source.question, store.attempts(source.id), store.draft(source.id), lang);
    const then = first.result;
    // With other numbers, two right answers differ and yet are the same.
    const same = first.variant === state.variant;
    const changed =
      then &&
      (same
        ? answerOf(source.question, then, first.response) !== answerOf(source.question, result, state.response)
        : then.score !== result?.score);
    return { title: beginning(source.prompt), then, now: result, changed };
  });
  const box = h("div", { class: "sc-comparison" });
  if (!pairs.some(({ then }) => then)) {
    box.append(h("p", {}, words("nothing-before")));
    return [box];
  }
  const rows = pairs.map(({ title, then, now }) => [title, verdict(then), verdict(now)]);
  const columns = [words("question"), words("then"), words("now")];
  const changed = pairs.filter(({ changed }) => changed);
  const right = changed.filter(({ now }) => now?.score === 1).length;
  box.append(h("p", {}, change(changed.length, right)), table(words("then-and-now"), columns, rows));
  return [box];
}

/** @param {Score | null} result */
function verdict(result) {
  if (!result) return words("is-open");
  const sign = SIGNS[outcomeOf(result.score)];
  return h("span", { "data-kind": sign }, icon(sign), ` ${words(`is-${sign}`)}`);
}

/**
 * @param {number} all
 * @param {number} right
 */
function change(all, right) {
  if (!all) return words("changed-none");
  if (all === 1) return words(right ? "changed-right" : "changed-wrong");
  return words("changed-some", { all, n: right });
}
