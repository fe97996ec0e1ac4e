/** What page.js gives to the scripts that come after it; build.js makes their imports use it. */
export { listed } from "./attempt.js";
export { copies, h, newId, textOf } from "./dom.js";
export { icon } from "./icons.js";
export { label, mark } from "./marks.js";
export { beginning } from "./prompt.js";
export { features, types } from "./registry.js";
export { score } from "./score.js";
export { areIndices, isIndex } from "./score/indices.js";
export { multipleResponse } from "./score/multiple-response.js";
export { graded, share, unanswered } from "./score/result.js";
export { shuffled } from "./shuffle.js";
export { restored } from "./state.js";
export { options } from "./views/options.js";
export { isLevel, levelName } from "./confidence.js";
export { outer, units } from "./units.js";
export { current } from "./variants.js";
export { either, language, words } from "./words.js";
