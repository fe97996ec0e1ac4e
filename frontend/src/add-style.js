/**
 * Adds the style that a later script brings along.
 *
 * @param {string} css
 */
export function addStyle(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
