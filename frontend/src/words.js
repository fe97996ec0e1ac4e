/**
 * The words of the interface, in the page's language; src/selfcheck/languages holds them. On a site
 * each script brings those that it says.
 */

/** @typedef {typeof import("../../src/selfcheck/languages/en.json")} Sections */
/** @typedef {Exclude<keyof Sections, "python">} Script */
/** @typedef {{ [Name in Script]: keyof Sections[Name] }[Script]} Word */
/** @typedef {Record<string, string | Record<string, string>>} Catalogue */

/** @type {Record<string, Catalogue>} */
const catalogues = {};
/** @type {Catalogue} */
let catalogue;
let spoken = "en";

/** @param {Record<string, Catalogue>} more by language; may grow later */
export function teach(more) {
  Object.assign(catalogues, more);
}

/** @param {string} lang the language to speak: a BCP 47 tag */
export function speak(lang) {
  const known = [lang, lang.toLowerCase().split(/[-_]/)[0], "en", ...Object.keys(catalogues)];
  spoken = known.find((name) => name in catalogues) ?? "en";
  catalogue = catalogues[spoken];
}

/** The language that is spoken: not the page's where there is no catalogue for that. */
export const language = () => spoken;

/**
 * A word with forms takes the one that `n` has in the language.
 *
 * @param {Word} key
 * @param {Record<string, string | number>} [values] for the names in braces
 */
export function words(key, values = {}) {
  const entry = catalogue[key];
  const text =
    typeof entry === "string"
      ? entry
      : (entry[new Intl.PluralRules(spoken).select(Number(values.n))] ?? entry.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
