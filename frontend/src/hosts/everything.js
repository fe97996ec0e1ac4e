/** For a host in JupyterLab, which loads one file: all languages, types and parts of a quiz. */
import de from "../../../src/selfcheck/languages/de.json";
import en from "../../../src/selfcheck/languages/en.json";
import es from "../../../src/selfcheck/languages/es.json";
import { overview } from "../overview/index.js";
import { summary } from "../overview/summary.js";
import { features } from "../registry.js";
import { log } from "../store/settle.js";
import "../types/index.js";
import { teach } from "../words.js";

const all = (/** @type {Record<string, object>} */ sections) => Object.assign({}, ...Object.values(sections));
teach({ de: all(de), en: all(en), es: all(es) });
Object.assign(features, { log, overview, summary });
