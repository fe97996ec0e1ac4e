/** Loads a script when there is use for it. */

/** @type {Map<string, Promise<void>>} */
const loading = new Map();

/**
 * @param {string} address
 * @returns {Promise<void>} fails where it cannot be had; it may be had the next time
 */
export function load(address) {
  const known = loading.get(address) ?? new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      loading.delete(address);
      reject(new Error(`${address} cannot be loaded`));
    };
    document.head.append(script);
  });
  loading.set(address, known);
  return known;
}
