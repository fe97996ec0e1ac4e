/** A group of radio buttons for each item. */
/** @import { Categorize, Tools, View } from "../types.d.ts" */
import { copies, h, newId } from "../dom.js";
import { mark } from "../marks.js";
import { words } from "../words.js";

/**
 * @param {Categorize} question
 * @param {Tools} tools
 * @returns {View}
 */
export function categorize(question, { source, order, changed }) {
  const radios = source.choices.map(() => {
    const name = newId();
    return source.rights.map(() => h("input", { type: "radio", name, change: changed }));
  });
  const rows = source.choices.map((item, index) => {
    const groups = source.rights.map((group, n) =>
      h("label", {}, radios[index][n], h("span", {}, ...copies(group))),
    );
    return h(
      "div",
      { class: "sc-row" },
      h(
        "fieldset",
        { class: "sc-placing" },
        h("legend", {}, ...copies(item)),
        h("div", { class: "sc-pills" }, ...groups),
      ),
    );
  });
  const chosen = (/** @type {number} */ item) => {
    const group = radios[item].findIndex(({ checked }) => checked);
    return group < 0 ? null : group;
  };
  const shown = order(rows.length);

  return {
    nodes: shown.map((index) => rows[index]),
    read() {
      const groups = rows.map((_, item) => chosen(item));
      return groups.some((group) => group !== null) ? groups : null;
    },
    write(response) {
      const groups = Array.isArray(response) ? response : [];
      radios.forEach((own, item) =>
        own.forEach((radio, group) => (radio.checked = groups[item] === group)),
      );
    },
    first: () => radios[shown.find((item) => chosen(item) === null) ?? shown[0]][0],
    mark({ parts }) {
      rows.forEach((row, item) => {
        const group = copies(source.rights[question.key[item]]);
        const said = parts[item] ? [words("right-group")] : [words("group-is"), ...group];
        const feedback = copies(source.feedback[item] ?? null);
        mark(row, parts[item] ? "right" : "wrong", said, feedback);
      });
    },
    keep: ({ parts }, response) =>
      /** @type {any[]} */ (response).map((group, item) => (parts[item] ? group : null)),
  };
}
