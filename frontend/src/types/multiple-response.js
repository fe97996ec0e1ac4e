import { optionsType } from "../options-type.js";
import { multipleResponse as view } from "../views/multiple-response.js";

export default optionsType(view);
