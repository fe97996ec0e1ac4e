/** What a learner may do when all is answered. */
/** @import { Draw } from "../draw.js" */
import { h } from "../dom.js";
import { words } from "../words.js";

/**
 * @param {Draw} draw
 * @param {() => void} goOn leads to the first question that is shown
 */
export function buttons(draw, goOn) {
  const missed = draw.asked.filter(({ state }) => state.result?.score !== 1);
  const practise = h("button", { type: "button", click: practiseMissed }, words("practise"));
  const again = h("button", { type: "button", click: startAgain }, words("start-again"));
  return h("div", { class: "sc-buttons" }, ...(missed.length ? [practise] : []), again);

  function practiseMissed() {
    draw.hide(draw.asked.filter((question) => !missed.includes(question)));
    for (const question of missed) question.reset(false);
    goOn();
  }

  function startAgain() {
    draw.startAgain();
    goOn();
  }
}
