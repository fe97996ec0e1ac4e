/** Items with a button up and a button down each. */
/** @import { Order, Response, Tools, View } from "../types.d.ts" */
import { copies, h, textOf } from "../dom.js";
import { icon } from "../icons.js";
import { added } from "../added.js";
import { mark } from "../marks.js";
import { kinds } from "../score/ids.js";
import { words } from "../words.js";

/**
 * @param {Order} question
 * @param {Tools} tools
 * @returns {View}
 */
export function order(question, tools) {
  const { source, changed, say } = tools;
  const { ids, key } = question;
  const kind = kinds(question.same);
  const start = outOfOrder(tools.order(ids));
  let shown = start;
  /** @type {Response} */
  let response = null;

  const buttons = new Map(ids.map((id) => [id, [button(id, -1), button(id, 1)]]));
  const rows = new Map(
    [...buttons].map(([id, moves]) => {
      const item = [h("div", {}, ...copies(source.choices[id])), h("div", { class: "sc-moves" }, ...moves)];
      return [id, h("li", { class: "sc-row" }, h("div", { class: "sc-item" }, ...item))];
    }),
  );
  const list = h("ol", { class: "sc-order" });
  draw();

  return {
    nodes: [list],
    how: words("arrange"),
    read: () => response,
    write(given) {
      const known = Array.isArray(given) ? given : [];
      // What has been added since stands at the end.
      shown = known.length ? [...known, ...ids.filter((id) => !known.includes(id))] : start;
      response = known.length ? shown : null;
      draw();
    },
    first: () => list.querySelector("button:enabled"),
    mark({ parts }) {
      const wanted = places(parts);
      ids.forEach((id, n) => {
        const row = /** @type {HTMLElement} */ (rows.get(id));
        const said = parts[n] ? words("in-place") : words("place-is", { n: (wanted.get(id) ?? 0) + 1 });
        if (parts[n] === null) added(row);
        else mark(row, parts[n] ? "right" : "wrong", [said], copies(source.feedback[id]));
      });
    },
  };

  /**
   * @param {(boolean | null)[]} parts
   * @returns {Map<string, number>} where each item that is out of place belongs; equal ones share
   *   the places that are left
   */
  function places(parts) {
    const right = (/** @type {string} */ id) => parts[ids.indexOf(id)];
    const taken = new Set(shown.flatMap((id, place) => (right(id) ? [place] : [])));
    const wanted = shown.filter((id) => !right(id)).map((id) => {
      const place = key.findIndex((other, n) => kind(other) === kind(id) && !taken.has(n));
      taken.add(place);
      return /** @type {[string, number]} */ ([id, place]);
    });
    return new Map(wanted);
  }

  /**
   * @param {string} id
   * @param {-1 | 1} step
   */
  function button(id, step) {
    const name = words(step < 0 ? "move-up" : "move-down", { item: textOf(source.choices[id]) });
    return h(
      "button",
      { type: "button", "aria-label": name, title: name, click: () => move(id, step) },
      icon(step < 0 ? "up" : "down"),
    );
  }

  /**
   * @param {string} id
   * @param {-1 | 1} step
   */
  function move(id, step) {
    const from = shown.indexOf(id);
    const next = [...shown];
    next.splice(from, 1);
    next.splice(from + step, 0, id);
    const [up, down] = buttons.get(id) ?? [];
    shown = next;
    response = next;
    // The neighbour is moved, not the item: an element that is moved loses the focus.
    const row = rows.get(id);
    const neighbour = /** @type {HTMLElement} */ (rows.get(next[from]));
    if (step < 0) row?.after(neighbour);
    else row?.before(neighbour);
    bounds();
    if (step < 0 && up.disabled) down.focus();
    if (step > 0 && down.disabled) up.focus();
    changed();
    const place = { n: from + step + 1, total: next.length };
    say(words("moved", { item: textOf(source.choices[id]), ...place }));
  }

  function draw() {
    list.replaceChildren(...shown.flatMap((id) => rows.get(id) ?? []));
    bounds();
  }

  function bounds() {
    for (const [id, [up, down]] of buttons) {
      up.disabled = id === shown[0];
      down.disabled = id === shown.at(-1);
    }
  }

  /**
   * @param {string[]} shuffled
   * @returns {string[]} *shuffled*, unless that gives the key away
   */
  function outOfOrder(shuffled) {
    const solved = shuffled.every((id, place) => kind(id) === kind(key[place]));
    return solved ? [...shuffled.slice(1), shuffled[0]] : shuffled;
  }
}
