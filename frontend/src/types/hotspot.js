import { optionsType } from "../options-type.js";
import { hotspot as view } from "../views/hotspot.js";

export default optionsType(view);
