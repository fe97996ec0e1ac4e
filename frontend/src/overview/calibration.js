/** How well a learner knows what they know. */
/** @import { Level, Live } from "../types.d.ts" */
import { levelName } from "../confidence.js";
import { h } from "../dom.js";
import { beginning } from "../prompt.js";
import { words } from "../words.js";
import { certainty } from "./certainty.js";
import { table } from "./table.js";

/** Fewer answers say too little. */
const ENOUGH = 10;

/**
 * @param {Live[]} asked
 * @param {boolean} marks whether the author asks for certainty-based marks
 * @param {(question: Live) => void} goTo
 */
export function calibration(asked, marks, goTo) {
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
  const links = wrong.map(({ question }) => {
    const values = { n: asked.indexOf(question) + 1, title: beginning(question.source.prompt) };
    const title = words("question-is", values);
    return h("li", {}, h("button", { type: "button", click: () => goTo(question) }, title));
  });
  return [
    h(
      "div",
      { class: "sc-calibration" },
      ...(links.length ? [h("p", {}, words("sure-and-wrong")), h("ul", {}, ...links)] : []),
      table(words("calibration"), columns, rows),
      ...(marks ? [certainty(judged)] : []),
    ),
  ];
}
