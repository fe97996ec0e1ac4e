/** Keeps a course's answers in the browser; views of them follow each other. */
/** @import { Attempt, Store } from "../types.d.ts" */
import { attempt, oldestFirst } from "../log/attempt.js";
import { parsed } from "./browser.js";
import { draft as sound } from "./sound.js";
import { drop, found, keyOf, put, read, trouble } from "./storage.js";

/** What a page tells itself; of other pages the browser tells it by `storage`. */
export const NEWS = "selfcheck:saved";

/**
 * @param {string} course
 * @returns {Store}
 */
export function localStore(course) {
  /** Attempts do not change: each is read once. @type {Map<string, Attempt | null>} */
  const known = new Map();
  /** Keys of attempts by slot, while somebody watches. @type {Map<string, string[]> | null} */
  let index = null;
  let watching = 0;

  return {
    course,
    get trouble() {
      return trouble();
    },
    attempts(slot) {
      const all = (indexed().get(slot) ?? []).flatMap((key) => {
        if (!known.has(key)) known.set(key, attempt(parsed(read(key))));
        return known.get(key) ?? [];
      });
      return oldestFirst(all);
    },
    draft: (slot) => sound(parsed(read(keyOf(course, "draft", slot)))),
    save(slot, draft) {
      const key = keyOf(course, "draft", slot);
      put(key, JSON.stringify(draft));
      dispatchEvent(new CustomEvent(NEWS, { detail: key }));
    },
    record(slot, statement) {
      const key = keyOf(course, "attempt", slot, statement.id);
      put(key, JSON.stringify(statement));
      drop(keyOf(course, "draft", slot));
      dispatchEvent(new CustomEvent(NEWS, { detail: key }));
    },
    watch(heard) {
      const news = (/** @type {string | null} */ key) => {
        if (key !== null && !key.startsWith(keyOf(course, ""))) return;
        const [, , , kind, slot] = key?.split(":") ?? [];
        if (kind !== "draft") index = null;
        heard(slot);
      };
      const here = (/** @type {any} */ event) => news(event.detail);
      const elsewhere = (/** @type {StorageEvent} */ event) => news(event.key);
      addEventListener(NEWS, here);
      addEventListener("storage", elsewhere);
      watching += 1;
      return () => {
        removeEventListener(NEWS, here);
        removeEventListener("storage", elsewhere);
        watching -= 1;
        index = null;
      };
    },
  };

  function indexed() {
    if (index && watching) return index;
    /** @type {Map<string, string[]>} */
    const slots = new Map();
    const start = keyOf(course, "attempt", "");
    for (const key of found(start)) {
      const slot = key.slice(start.length, key.lastIndexOf(":"));
      slots.set(slot, [...(slots.get(slot) ?? []), key]);
    }
    index = slots;
    return slots;
  }
}
