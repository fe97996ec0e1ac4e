/** A quiz or a view over the course in a saved output: what Python has written of it. */
/** @import { MimeModel } from "./types.d.ts" */

export const HTML = "text/html";
const QUIZ = /^\s*<div class=["']selfcheck["'][^>]*>/;
const LANGUAGE = /\slang=["']([\w-]+)["']/;
const VIEW = /^\s*<div class=["']sc-view["'][^>]*>/;

/**
 * @param {MimeModel} model
 * @returns {string} what the saved output of a view over the course says; empty for another output
 */
export function savedView(model) {
  const html = htmlOf(model);
  if (!VIEW.test(html)) return "";
  return new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";
}

/**
 * @typedef {object} Saved
 * @property {string} html
 * @property {string} course its id
 * @property {string} lang of the quiz
 */

/**
 * @param {MimeModel} model
 * @returns {Saved | null} null for an output that is no quiz
 */
export function savedQuiz(model) {
  const html = htmlOf(model);
  const [start] = QUIZ.exec(html) ?? [];
  if (!start) return null;
  // The id of the course stands beside the HTML, which must not change with it.
  const course = model.metadata?.[HTML]?.selfcheck_course;
  return {
    html,
    course: typeof course === "string" && course ? course : "course",
    lang: LANGUAGE.exec(start)?.[1] ?? "en",
  };
}

/** @param {MimeModel} model */
const htmlOf = ({ data }) => [data[HTML] ?? ""].flat().join("");
