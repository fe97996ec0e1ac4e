/** What a browser keeps answers in, for tests: as full, as late or as broken as one wants it. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from "fake-indexeddb";

/** What stands in `localStorage`. @type {Map<string, string>} */
export const entries = new Map();

/** How it is just now. */
export const browser = {
  /** Signs for which `localStorage` has room. */
  room: Infinity,
  /** Whether the database is to be had. */
  database: true,
  /** Whether it takes what is put into it. */
  takes: true,
};

const quota = () => new DOMException("full", "QuotaExceededError");

const storage = new Proxy(
  {
    getItem: (/** @type {string} */ key) => entries.get(key) ?? null,
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      const others = [...entries].filter(([name]) => name !== key);
      if (others.reduce((sum, [name, value]) => sum + name.length + value.length, key.length + text.length) > browser.room) throw quota();
      entries.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => void entries.delete(key),
  },
  { ownKeys: () => [...entries.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
);

const factory = new IDBFactory();
const events = new EventTarget();
const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (...given) {
  if (!browser.takes) throw quota();
  return put.apply(this, given);
};

for (const [name, descriptor] of Object.entries({
  localStorage: { value: storage },
  navigator: { value: {} },
  IDBKeyRange: { value: IDBKeyRange },
  indexedDB: {
    get() {
      if (!browser.database) throw new DOMException("blocked", "SecurityError");
      return factory;
    },
  },
  addEventListener: { value: events.addEventListener.bind(events) },
  removeEventListener: { value: events.removeEventListener.bind(events) },
  dispatchEvent: { value: events.dispatchEvent.bind(events) },
})) Object.defineProperty(globalThis, name, { configurable: true, ...descriptor });

/** Makes it a browser that nobody has used. */
export async function unused() {
  entries.clear();
  Object.assign(browser, { room: Infinity, database: true, takes: true });
  await deleted();
}

/** @param {(database: IDBDatabase) => unknown} [made] of a version after ours */
export function database(made) {
  return new Promise((resolve, reject) => {
    const asked = factory.open("selfcheck", made && 7);
    asked.onupgradeneeded = () => made?.(/** @type {any} */ (asked.result));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** Deletes it, however it is in use. */
export function deleted() {
  return new Promise((resolve, reject) => {
    const asked = factory.deleteDatabase("selfcheck");
    asked.onsuccess = resolve;
    asked.onerror = reject;
  });
}
