/** Items with a button up and a button down each. */
/** @import { Order, Response, Tools, View } from "../types.d.ts" */
import { copies, h, textOf } from "../dom.js";
import { icon } from "../icons.js";
import { mark } from "../marks.js";
import { words } from "../words.js";

/**
 * @param {Order} question
 * @param {Tools} tools
 * @returns {View}
 */
export function order(question, tools) {
  const { source, changed, say } = tools;
  const start = outOfOrder(tools.order(question.items), question.key);
  let shown = start;
  /** @type {Response} */
  let response = null;

  const buttons = source.choices.map((item, index) => [button(item, index, -1), button(item, index, 1)]);
  const rows = source.choices.map((item, index) =>
    h(
      "li",
      { class: "sc-row" },
      h(
        "div",
        { class: "sc-item" },
        h("div", {}, ...copies(item)),
        h("div", { class: "sc-moves" }, ...buttons[index]),
      ),
    ),
  );
  const list = h("ol", { class: "sc-order" });
  draw();

  return {
    nodes: [list],
    how: words("arrange"),
    read: () => response,
    write(given) {
      response = given;
      shown = Array.isArray(given) ? /** @type {number[]} */ (given) : start;
      draw();
    },
    first: () => list.querySelector("button:enabled"),
    mark({ parts }) {
      rows.forEach((row, item) => {
        const right = parts[item];
        const place = words("place-is", { n: question.key.indexOf(item) + 1 });
        const feedback = copies(source.feedback[item] ?? null);
        mark(row, right ? "right" : "wrong", [right ? words("in-place") : place], feedback);
      });
    },
    keep: (_, given) => given,
  };

  /**
   * @param {Element} item
   * @param {number} index
   * @param {-1 | 1} step
   */
  function button(item, index, step) {
    const name = words(step < 0 ? "move-up" : "move-down", { item: textOf(item) });
    return h(
      "button",
      { type: "button", "aria-label": name, title: name, click: () => move(index, step) },
      icon(step < 0 ? "up" : "down"),
    );
  }

  /**
   * @param {number} index
   * @param {-1 | 1} step
   */
  function move(index, step) {
    const from = shown.indexOf(index);
    const next = [...shown];
    next.splice(from, 1);
    next.splice(from + step, 0, index);
    const [up, down] = buttons[index];
    shown = next;
    response = next;
    // The neighbour is moved, not the item: an element that is moved loses the focus.
    const neighbour = rows[next[from]];
    if (step < 0) rows[index].after(neighbour);
    else rows[index].before(neighbour);
    bounds();
    if (step < 0 && up.disabled) down.focus();
    if (step > 0 && down.disabled) up.focus();
    changed();
    const place = { n: from + step + 1, total: next.length };
    say(words("moved", { item: textOf(source.choices[index]), ...place }));
  }

  function draw() {
    list.replaceChildren(...shown.map((index) => rows[index]));
    bounds();
  }

  function bounds() {
    buttons.forEach(([up, down], index) => {
      up.disabled = index === shown[0];
      down.disabled = index === shown.at(-1);
    });
  }
}

/**
 * @param {number[]} shuffled
 * @param {number[]} key
 * @returns {number[]} *shuffled*, unless that gives the key away
 */
function outOfOrder(shuffled, key) {
  const solved = shuffled.every((item, place) => item === key[place]);
  return solved ? [...shuffled.slice(1), shuffled[0]] : shuffled;
}
