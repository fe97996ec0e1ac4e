/** What page.js gives to the scripts that come after it; build.js makes their imports use it. */
export { listed } from "./log/written.js";
export { copies, h, newId, textOf } from "./dom.js";
export { icon } from "./icons.js";
export { label, mark } from "./marks.js";
export { beginning } from "./prompt.js";

export { rightOnes } from "./score/choice.js";
export { features, register, typeOf } from "./registry.js";
export { SIGNS, graded, outcomeOf, share, unanswered } from "./score/result.js";
export { load } from "./load.js";
export { quiz } from "./quiz.js";
export { now } from "./soon.js";
export { attempt, oldestFirst } from "./log/attempt.js";
export { answers } from "./store/answers.js";
export { forgetActor, parsed, set } from "./store/browser.js";
export { slotOf, slotsIn } from "./store/slot.js";
export { drop, found, keyOf, put, read, trouble } from "./store/storage.js";
export { project } from "./flow/project.js";
export { options } from "./views/options.js";
export { levelName } from "./confidence.js";
export { readQuestion } from "./source.js";
export { boxOf, together } from "./together.js";
export { addStyle } from "./add-style.js";
export { language, speak, words } from "./words.js";
