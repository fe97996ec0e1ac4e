/** Formulas and figures as text, for whoever may show neither. */

/** What stands for an accent over a letter, where Unicode has one that combines. */
const ACCENTS = new Map(Object.entries({ "¯": "\u0304", "‾": "\u0304", "^": "\u0302", ˆ: "\u0302", "~": "\u0303", "˜": "\u0303", "→": "\u20d7", "˙": "\u0307", "¨": "\u0308" }));

/**
 * Puts text in the place of each formula and figure.
 *
 * @param {Element} within
 * @returns {boolean} whether there was any
 */
export function readable(within) {
  const found = [...within.querySelectorAll("math, svg")];
  for (const element of found) {
    const text = element.localName === "svg" ? figure(element) : formula(element);
    element.replaceWith(element.localName === "svg" ? ` [${text}] ` : text);
  }
  return found.length > 0;
}

/** @param {Element} svg */
function figure(svg) {
  const said = [svg.getAttribute("aria-label"), ...[...svg.querySelectorAll("title, desc")].map((each) => each.textContent)];
  const texts = [...svg.querySelectorAll("text")].map((each) => each.textContent?.trim());
  return (said.find((each) => each?.trim()) ?? texts.join(" · ")).trim();
}

/**
 * Returns a formula in one line, with the structure that its letters alone do not have.
 *
 * @param {Element} element
 * @returns {string}
 */
export function formula(element) {
  const parts = [...element.children];
  const part = (/** @type {number} */ n) => (parts[n] ? formula(parts[n]) : "");
  const all = () => parts.map(formula).reduce(beside, "");
  switch (element.localName) {
    case "mi":
    case "mn":
    case "ms":
    case "mtext":
      return element.textContent?.trim() ?? "";
    case "mo":
      return operator(element.textContent?.trim() ?? "");
    case "mspace":
      return " ";
    case "mphantom":
    case "annotation":
    case "annotation-xml":
      return "";
    case "semantics":
      return part(0);
    case "mfrac":
      return element.getAttribute("linethickness")?.match(/^0/)
        ? `${part(0)} | ${part(1)}`
        : `${closed(part(0))}/${closed(part(1))}`;
    case "msqrt":
      return `√(${all()})`;
    case "mroot":
      return `${closed(part(1))}√(${part(0)})`;
    case "msup":
      return `${closed(part(0))}^${closed(part(1))}`;
    case "msub":
      return `${closed(part(0))}_${closed(part(1))}`;
    case "msubsup":
    case "munderover":
      return `${closed(part(0))}_${closed(part(1))}^${closed(part(2))}`;
    case "munder":
      return `${closed(part(0))}_${closed(part(1))}`;
    case "mover":
      return over(part(0), part(1).trim());
    case "mtable":
      return `[${parts.map(formula).join("; ")}]`;
    case "mtr":
      return parts.map(formula).join(", ");
    case "menclose":
      return `[${all()}]`;
    default:
      return parts.length ? all() : (element.textContent?.trim() ?? "");
  }
}

/** @param {string} sign */
function operator(sign) {
  return /^[=<>≤≥≈≠±×·÷→←↔∈∼≪≫+−]$/.test(sign) || sign === "-" ? ` ${sign} ` : sign === "," ? ", " : sign;
}

/**
 * @param {string} base
 * @param {string} above
 */
function over(base, above) {
  const accent = ACCENTS.get(above);
  if (accent && [...base].length === 1) return base + accent;
  return `${closed(base)}^${closed(above)}`;
}

/**
 * Returns *text* so that what stands beside it cannot be taken for a part of it.
 *
 * @param {string} text
 */
function closed(text) {
  return /^(\S\p{M}*|[\p{N}.,]*)$/u.test(text) ? text : `(${text.trim()})`;
}

/**
 * Puts two parts beside each other: in "x^2 y" the power ends before y.
 *
 * @param {string} before
 * @param {string} after
 */
function beside(before, after) {
  return before + (/[\^_/√][^\s]*$/.test(before) && /^[\p{L}\p{N}(√]/u.test(after) ? " " : "") + after;
}
