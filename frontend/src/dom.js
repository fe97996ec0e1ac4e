/** Makes and copies elements. Texts come in as nodes, never as markup. */

/** Apart for each script on a page: JupyterLab loads one for each widget. */
const page = Math.random().toString(36).slice(2, 8);
let used = 0;

/** Returns an id that nothing else on the page has. */
export function newId() {
  used += 1;
  return `sc-${page}-${used}`;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | ((event: any) => void)>} [attributes] functions listen
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/**
 * Copies what stands in an element, without ids, which must not repeat on a page.
 *
 * @param {Element | null | undefined} from
 * @param {string} [skip] a selector of what to leave out
 * @returns {ChildNode[]}
 */
export function copies(from, skip) {
  if (!from) return [];
  const copy = /** @type {Element} */ (from.cloneNode(true));
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  if (skip) for (const element of copy.querySelectorAll(skip)) element.remove();
  return [...copy.childNodes];
}

/**
 * @param {Element} element
 * @returns {string} its text on one line
 */
export function textOf(element) {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}
