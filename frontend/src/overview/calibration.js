/** How well a learner knows what they know. */
/** @import { Level, Live } from "../types.d.ts" */
import { levelName } from "../confidence.js";
import { h } from "../dom.js";
import { beginning } from "../prompt.js";
import { words } from "../words.js";
import { table } from "./table.js";

/** Fewer answers say too little. */
const ENOUGH = 10;

/** @param {Live[]} asked */
export function calibration(asked) {
  const judged = asked.flatMap((question) => {
    const { judged } = question.state;
    return judged ? [{ question, level: judged[0], right: judged[1] === 1 }] : [];
  });
  if (judged.length < ENOUGH) return [];
  const rows = /** @type {Level[]} */ ([3, 2, 1]).map((wanted) => {
    const said = judged.filter(({ level }) => level === wanted);
    return [levelName(wanted), said.length, said.filter(({ right }) => right).length].map(String);
  });
  const columns = [words("you-said"), words("answers"), words("of-them-right")];
  const wrong = judged.filter(({ level, right }) => level === 3 && !right);
  const links = wrong.map(({ question }) => h("li", {}, link(question, asked.indexOf(question) + 1)));
  return [
    h(
      "div",
      { class: "sc-calibration" },
      table(words("calibration"), columns, rows),
      ...(links.length ? [h("p", {}, words("sure-and-wrong")), h("ul", {}, ...links)] : []),
    ),
  ];
}

/**
 * @param {Live} question
 * @param {number} n
 */
function link({ source, focus }, n) {
  const title = words("question-is", { n, title: beginning(source.prompt) });
  return h("button", { type: "button", click: focus }, title);
}
