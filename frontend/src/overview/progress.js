/** How many of the questions are answered. */
/** @import { Live } from "../types.d.ts" */
import { h, newId } from "../dom.js";
import { words } from "../words.js";

/** @param {() => void} showAll */
export function progress(showAll) {
  const id = newId();
  const label = h("label", { for: id });
  const bar = h("progress", { id });
  const button = h("button", { type: "button", click: showAll }, words("show-all"));
  const hidden = h("p", {}, words("practising"), button);

  return {
    area: h("div", { class: "sc-live sc-progress" }, label, bar, hidden),
    /**
     * @param {number} done
     * @param {Live[]} asked
     */
    show(done, asked) {
      label.textContent = words("answered", { n: done, total: asked.length });
      bar.max = asked.length;
      bar.value = done;
      hidden.hidden = !asked.some(({ section }) => section.hidden);
    },
  };
}
