/** On a site: adds what a whole quiz has. What sums it up is loaded after the first check. */
import { features } from "../registry.js";
import { overview } from "./index.js";

const { src, dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
/** A site says it with what changes with the script, so that no old one is taken from a cache. */
const address = new URL(dataset.summary ?? "summary.js", src).href;

/** @type {Promise<void> | null} */
let loading = null;

features.overview = overview;
features.later = () => {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      loading = null;
      reject(new Error(`${address} cannot be loaded`));
    };
    document.head.append(script);
  });
  return loading;
};
