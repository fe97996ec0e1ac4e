/**
 * Brings questions alive in slices: those that a reader is near, and then the others while the
 * browser has nothing else to do. So no page is held up by its number of questions.
 */

/** Milliseconds after which a slice ends. One question may take as long again on a slow phone. */
const SLICE = 8;

/** Those that are still plain, in their order. @type {Map<Element, () => void>} */
const waiting = new Map();
/** Those of them that are less than a window away. @type {Set<Element>} */
const near = new Set();
/** @type {IntersectionObserver | undefined} */
let watcher;
let planned = false;

/**
 * @param {HTMLElement} section still plain
 * @param {() => void} wake
 */
export function soon(section, wake) {
  section.addEventListener("focusin", enter, { once: true });
  waiting.set(section, wake);
  watcher ??= new IntersectionObserver(seen, { rootMargin: "100% 0px" });
  watcher.observe(section);
  plan();
}

/** @param {Element} section to be brought alive at once, if it still waits */
export const now = (section) => leave(section)?.();

/**
 * @param {Element} section
 * @returns {(() => void) | undefined} what would bring it alive, and will not any more
 */
export function leave(section) {
  const wake = waiting.get(section);
  waiting.delete(section);
  near.delete(section);
  watcher?.unobserve(section);
  return wake;
}

/** @param {IntersectionObserverEntry[]} entries */
function seen(entries) {
  for (const { target, isIntersecting } of entries) near[isIntersecting ? "add" : "delete"](target);
  nearby();
}

function nearby() {
  slice(near, now);
  if (near.size) setTimeout(nearby);
}

function others() {
  planned = false;
  plan();
  slice(waiting.keys(), now);
}

function plan() {
  if (planned || !waiting.size) return;
  planned = true;
  // Safari has no such callback: there others get their turn between two slices.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(others);
  else setTimeout(others, 3 * SLICE);
}

/**
 * Works on one thing after another until the slice is over.
 *
 * @template T
 * @param {Iterable<T>} things
 * @param {(thing: T) => void} work
 */
export function slice(things, work) {
  const end = performance.now() + SLICE;
  for (const thing of things) {
    work(thing);
    if (performance.now() > end) return;
  }
}

/**
 * The focus goes on to the controls that take the place of the plain question: to the first, or to
 * the last for whoever comes from below.
 *
 * @param {FocusEvent} event
 */
function enter({ currentTarget, relatedTarget }) {
  const section = /** @type {HTMLElement} */ (currentTarget);
  if (!waiting.has(section)) return;
  const below = Node.DOCUMENT_POSITION_FOLLOWING;
  const back = relatedTarget instanceof Node && section.compareDocumentPosition(relatedTarget) & below;
  now(section);
  /** @type {NodeListOf<HTMLElement>} */
  const stops = section.querySelectorAll(".sc-live :is(input, select, button:not([hidden])):enabled");
  [...stops].at(back ? -1 : 0)?.focus();
}
