/** What a learner does with their answers: takes them along, brings others in, deletes all. */
/** @import { Brought } from "../../log/bringing.js" */
/** @import { Kept, Log } from "../../types.d.ts" */
/** @import { Tag } from "../pieces.js" */
import { h, newId } from "../../dom.js";
import { MOST_MB, brought } from "../../log/bringing.js";
import { sure } from "../../sure.js";
import { words } from "../../words.js";
import { section } from "../pieces.js";
import { save } from "../save.js";
import { unread } from "../unread.js";

/**
 * @param {Log} log
 * @param {{ tag: Tag }} place
 * @param {() => void} print
 */
export function takeAlong(log, place, print) {
  const [how, where] = [newId(), h("p", {})];
  const file = h("input", { type: "file", accept: ".json,application/json", "aria-describedby": how, change: () => void bring() });
  const status = h("p", { role: "status" });
  const remove = h("button", { type: "button", click: () => void forget() }, words("delete-all"));
  const element = section(
    "take-along",
    place,
    where,
    h(
      "div",
      { class: "sc-buttons" },
      h("button", { type: "button", click: () => void download() }, words("along-download")),
      h("button", { type: "button", click: print }, words("print-record")),
    ),
    h("p", { class: "sc-bring" }, h("label", {}, words("along-bring"), file)),
    h("p", { id: how, class: "sc-small" }, words("along-how")),
    h("div", { class: "sc-buttons" }, remove),
    status,
  );
  return { element, show };

  /**
   * Says where the answers are.
   *
   * @param {Kept} kept
   */
  function show(kept) {
    where.textContent = said(kept);
  }

  async function download() {
    await doing(async () => {
      const statements = await log.statements();
      const name = `${log.course}-${new Date().toLocaleDateString("sv")}.json`;
      save(JSON.stringify(statements, null, 1), name, "application/json");
      return words("along-written", { n: statements.length });
    }, (error) => unread(error, "progress-unread"));
  }

  async function bring() {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    await doing(async () => {
      const { statements, refused } = await read(chosen, log.course);
      if (refused) return words("along-refused", { why: words(refused.why, refused.values) });
      const { added, known } = await log.add(statements);
      return words("along-added", { n: added, known });
    }, () => words("along-failed"));
    // The same file may be chosen again.
    file.value = "";
  }

  async function forget() {
    const rows = await log.rows().catch(() => []);
    const answers = { yes: words("delete-yes"), no: words("delete-no") };
    if (!(await sure(remove, words("delete-question", { n: rows.length }), answers))) return;
    await doing(async () => {
      await log.forget();
      return words("delete-done");
    }, () => words("delete-failed"));
  }

  /**
   * @param {() => Promise<string>} act returns what is said when it is done
   * @param {(error: unknown) => string} failed
   */
  async function doing(act, failed) {
    // What is said twice would be told once: something else is said first. Much takes some seconds.
    status.textContent = words("along-busy");
    status.textContent = await act().catch((error) => {
      console.warn("selfcheck:", error);
      return failed(error);
    });
  }
}

/**
 * @param {File} file
 * @param {string} course
 * @returns {Promise<Brought>}
 */
async function read(file, course) {
  if (file.size > MOST_MB * 1e6) return { statements: null, refused: { why: "file-too-large", values: { most: MOST_MB } } };
  return brought(await file.text(), course);
}

/** @param {Kept} kept */
function said({ where, promised, trouble }) {
  if (trouble === "forgets") return words("kept-forgets");
  const stays = promised ? [words("kept-promised")] : promised === false ? [words("kept-unpromised")] : [];
  const lost = trouble ? [words("kept-trouble")] : [];
  return [words(`kept-${where}`), ...(where === "browser" ? stays : []), ...lost].join(" ");
}
