/** Where a view stands among the headings of its page. */

const HEADINGS = "h1, h2, h3, h4, h5, h6";
/** What has headings of its own, or may have some by now. */
const OTHERS = ".sc-view, .sc-course, .sc-review, .selfcheck";

/**
 * @param {Element} el
 * @returns {"h2" | "h3" | "h4" | "h5" | "h6"} the tag of a heading below the one that stands before *el*
 */
export function below(el) {
  // JupyterLab may show two notebooks beside each other.
  const page = el.closest(".jp-Notebook") ?? document;
  const before = [...page.querySelectorAll(HEADINGS)].filter(
    (each) => each.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING && !each.closest(OTHERS),
  );
  const level = Number(before.at(-1)?.tagName[1] ?? 1);
  return /** @type {"h2"} */ (`h${Math.min(level + 1, 6)}`);
}
