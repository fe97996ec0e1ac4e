/** On a site: adds what a whole quiz has. */
import { features } from "../registry.js";
import { overview } from "./index.js";

features.overview = overview;
