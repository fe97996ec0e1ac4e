/**
 * Reviews on a page of the site. It comes after page.js, which has what every quiz needs; the questions
 * of a bank it loads when one of them is asked, and the script of its type.
 */
import { h } from "../dom.js";
import { load } from "../load.js";
import { typeOf } from "../registry.js";
import { review } from "../review/view.js";
import { localStore } from "../store/local.js";
import { speak, words } from "../words.js";

const page = /** @type {any} */ (globalThis);
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

async function start() {
  // page.js has taught the words of all scripts, those of later ones too.
  speak(document.documentElement.lang || "en");
  /** @type {NodeListOf<HTMLElement>} */
  const views = document.querySelectorAll("[data-view=review]");
  try {
    await load(beside("course.js"));
  } catch {
    for (const el of views) el.replaceChildren(h("p", { role: "alert" }, words("review-unread")));
    return;
  }
  /** @type {import("../types.d.ts").Outline} */
  const outline = page.selfcheckCourse;
  const log = localStore(outline.course);
  /** @type {HTMLElement | null} */
  const quizzes = document.querySelector("script[data-course]");
  const { report } = quizzes?.dataset ?? {};
  // Scripts stand in _static/selfcheck of the site.
  const given = { log, outline, host: /** @type {const} */ ("page"), base: beside("../../"), bank, parsed, learn, report };
  for (const el of views) void review(el, given);

  /** @param {string} name */
  async function bank(name) {
    await load(beside(/** @type {string} */ (outline.banks[name].script)));
    const found = page.selfcheckBanks[name];
    if (found.open.includes(" dir='rtl'")) wear(beside("rtl.css"));
    return found;
  }
}

/**
 * Loads the scripts of question types that are not there. Without one its questions stay plain.
 *
 * @param {string[]} types
 */
async function learn(types) {
  await Promise.all(types.filter((type) => !knows(type)).map((type) => load(beside(`types/${type}.js`)).catch(() => {})));
}

/** @param {string} type */
function knows(type) {
  try {
    return !!typeOf(type);
  } catch {
    return false;
  }
}

/** @param {string} address of a style */
function wear(address) {
  const worn = [...document.styleSheets].some(({ href }) => href?.startsWith(address));
  if (!worn) document.head.append(h("link", { rel: "stylesheet", href: address }));
}

/** @param {string} html of this site's own scripts */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** @param {string} address from this script on */
const beside = (address) => new URL(address, src).href;

if (document.readyState === "complete") void start();
else document.addEventListener("DOMContentLoaded", start);
