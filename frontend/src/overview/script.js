/** On a site: adds what a whole quiz has. What sums it up is loaded after the first check. */
import { features } from "../registry.js";
import { overview } from "./index.js";

/** Set by build.js: changes with the script, so that no old one is taken from a cache. */
/** @type {string} */
// @ts-expect-error: esbuild puts the value in.
const version = SUMMARY_VERSION;
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

/** @type {Promise<void> | null} */
let loading = null;

features.overview = overview;
features.later = (name) => {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`${name}.js?v=${version}`, src).href;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      loading = null;
      reject(new Error(`${script.src} cannot be loaded`));
    };
    document.head.append(script);
  });
  return loading;
};
