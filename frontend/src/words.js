/** All words of the interface. A value with forms takes the form that `n` has in English. */
const catalogue = {
  count: "Question {n} of {total}",
  "count-single": "Question",
  check: "Check",
  "try-again": "Try again",
  hint: "Hint",
  "hint-count": "Hint {n} of {total}",
  sources: "Sources: ",
  changed: "This question has changed since you answered it.",
  "forgets-page": "This browser cannot remember your answers: they are lost when you leave this page.",
  "forgets-notebook": "Your answers are not saved: they are lost when the kernel stops.",

  correct: "Correct",
  partial: "Partly correct: {tally}",
  incorrect: "Not correct",
  tally: "{right} of {total}",
  "tally-wrong": {
    one: "{right} of {total}, and {n} wrong choice",
    other: "{right} of {total}, and {n} wrong choices",
  },

  "your-answer": "Your answer",
  "your-right-answer": "Your answer: right",
  "your-wrong-answer": "Your answer: wrong",
  "right-answer": "Right answer",
  "right-answer-is": "Right answer: ",
  "missed-answer": "Right answer, not chosen",
  "in-place": "In the right place",
  "place-is": "Belongs in place {n}",
  "right-partner": "Right partner",
  "partner-is": "Wrong. Right partner: ",

  "choose-all": "Choose all that apply.",
  choose: "Choose…",
  units: "You may type the number in {units}.",
  arrange: "Put the items in order with the buttons.",
  "move-up": "Move up: {item}",
  "move-down": "Move down: {item}",
  moved: "{item}: now {n} of {total}",

  "nothing-chosen": "Choose an answer first.",
  "nothing-typed": "Type a number first.",
  "not-a-number": "This is not a number. Type one such as 1,200 or 0.5 or 2e6.",
  "unknown-unit": "Type the number alone, without a unit.",
  "unknown-unit-here": "This unit is not known here. Type the number in {units}.",
  "out-of-range": "Type a number from {min} to {max}.",
  "below-range": "Type a number of {min} or more.",
  "above-range": "Type a number of {max} or less.",
  "nothing-moved": "Move an item first.",
  "partner-missing": "Choose a partner for each one first.",
  invalid: "Answer again: this answer does not fit the question.",
};
const language = "en";
const plural = new Intl.PluralRules(language);
const list = new Intl.ListFormat(language, { type: "disjunction" });

/** @typedef {keyof typeof catalogue} Word */

/**
 * @param {Word} key
 * @param {Record<string, string | number>} [values] for the names in braces
 */
export function words(key, values = {}) {
  const entry = catalogue[key];
  const text =
    typeof entry === "string"
      ? entry
      : entry[/** @type {keyof typeof entry} */ (plural.select(Number(values.n)))];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** @param {string[]} names */
export function either(names) {
  return list.format(names);
}
