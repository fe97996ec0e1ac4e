/**
 * A second defence, in notebooks, whose HTML comes from a kernel: only what our own renderer makes
 * gets through. Nodes are read and moved and never written as text again, so nothing is parsed twice.
 */

const names = (/** @type {string} */ list) => new Set(list.split(" "));

/** Elements by namespace. */
const ELEMENTS = new Map([
  [
    "http://www.w3.org/1999/xhtml",
    names(
      "a b bdi blockquote br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol p pre " +
        "s section small span strong sub summary sup table tbody td th thead tr ul",
    ),
  ],
  [
    "http://www.w3.org/1998/Math/MathML",
    names(
      "math menclose mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace " +
        "msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none",
    ),
  ],
  [
    "http://www.w3.org/2000/svg",
    names("circle desc ellipse g line path polygon polyline rect svg text title tspan"),
  ],
]);

/** Attributes, of whichever element. No `id` and no `name`: either could stand for something of the page's own. */
const ATTRIBUTES = names(
  "align alt aria-hidden aria-label class dir href lang role src start title type " +
    // Ours, name by name: JupyterLab runs a command for one that it knows.
    "data-confidence data-draw data-marks data-numbers data-objective data-one-at-a-time data-q data-question " +
    "data-quiz data-region data-sitting data-summary data-v data-version " +
    // Of formulas.
    "accent accentunder alttext close columnalign columnlines columnspacing columnspan depth display displaystyle " +
    "fence form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits " +
    "notation open rowalign rowlines rowspacing rowspan rspace scriptlevel separator separators stretchy symmetric " +
    "voffset width " +
    // Of figures.
    "cx cy d dx dy fill fill-opacity fill-rule font-size font-weight opacity points r rx ry stroke stroke-dasharray " +
    "stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor transform viewBox x x1 x2 y y1 y2",
);

/** Elements whose text is not there to be read. */
const UNREAD = names("iframe noembed noframes noscript object script style template textarea title xmp");

/** Addresses: by attribute, the one element that has it, and how it may begin. */
const ADDRESSES = {
  // To the web, or to another page of the course.
  href: { on: "a", fine: /^(?:https?:|mailto:|(?![a-z][\w+.-]*:))/i },
  // A picture that is brought along, or one beside the notebook: no other host is asked.
  src: { on: "img", fine: /^(?:data:image\/(?:gif|jpeg|png|svg\+xml|webp)[;,]|(?![a-z][\w+.-]*:|[/\\]{2}))/i },
};

const OURS = /^\s*(?:(?:selfcheck|sc-[\w-]+)(?:\s+|$))*$/;

/** Attributes whose value is CSS to a browser. */
const PAINTED = /^(?:fill|stroke|font|opacity|math)/;

/**
 * @param {string} html
 * @returns {DocumentFragment} its nodes, with nothing in them that could run, refer or ask another host
 */
export function sanitised(html) {
  // In a template nothing runs or loads, and no element gives its name to a document.
  const template = document.createElement("template");
  template.innerHTML = html;
  const { content } = template;
  // First of all: a form calls the fields in it by their names, `childNodes` and `remove` among them.
  for (const elements of [":not(form)", "form"]) {
    for (const each of content.querySelectorAll(elements)) {
      each.removeAttribute("id");
      each.removeAttribute("name");
    }
  }
  clean(content);
  return content;
}

/** @param {ParentNode & Node} parent */
function clean(parent) {
  for (const node of [...parent.childNodes]) {
    if (node instanceof Element) element(node);
    else if (node.nodeType !== Node.TEXT_NODE) node.remove();
  }
}

/** @param {Element} node */
function element(node) {
  const { namespaceURI, localName } = node;
  if (ELEMENTS.get(namespaceURI ?? "")?.has(localName)) {
    for (const each of [...node.attributes]) if (!sound(localName, each)) node.removeAttributeNode(each);
    clean(node);
  } else if (node instanceof HTMLElement && !UNREAD.has(localName)) {
    // What stands in an element of HTML that is not known is text all the same.
    clean(node);
    node.replaceWith(...node.childNodes);
  } else node.remove();
}

/**
 * @param {string} element
 * @param {Attr} attribute
 */
function sound(element, { namespaceURI, name, value }) {
  if (namespaceURI || !ATTRIBUTES.has(name)) return false;
  if (name === "class") return OURS.test(value);
  if (name === "href" || name === "src") {
    const { on, fine } = ADDRESSES[name];
    // Browsers leave such signs out of an address before they look at it.
    return element === on && fine.test(value.replace(/[\u0000-\u0020]/g, ""));
  }
  // What is painted could be fetched: no `url(…)`, and no escape that hides one.
  return !(PAINTED.test(name) && /[(\\]/.test(value));
}
