/** The page of a site's search: what it shows of a page it found gives no answer away. */

const ANSWERS = ".sc-hint, .sc-answer, .sc-answer-key";

// Sphinx looks for words when all is loaded, and this is loaded before.
addEventListener("DOMContentLoaded", () => {
  if (typeof Search === "undefined") return;
  const { htmlToText } = Search;
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const answer of page.querySelectorAll(ANSWERS)) answer.remove();
    return htmlToText(page.documentElement.outerHTML, anchor);
  };
}, true);
