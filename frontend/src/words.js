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

  "how-sure": "How sure are you?",
  guessing: "Guessing",
  "fairly-sure": "Fairly sure",
  sure: "Sure",
  "how-sure-first": "Say how sure you are first.",

  answered: "{n} of {total} answered",
  practising: "The questions that you had right are hidden.",
  "show-all": "Show all questions",
  summary: "Summary",
  "total-right": "{right} of {total} right",
  "total-partly": "{right} of {total} right, and {n} partly right",
  "all-right": "All right: {right} of {total}",
  "read-again": "Read again: {right} of {total} right",
  practise: "Practise the ones I missed",
  "start-again": "Start again",

  calibration: "How sure you were, and how often you were right",
  "you-said": "You said",
  answers: "Answers",
  "of-them-right": "Right",
  "sure-and-wrong": "Sure and wrong: look at these again first",
  "question-is": "Question {n}: {title}",

  "then-and-now": "Your answers then and now",
  question: "Question",
  then: "Then",
  now: "Now",
  "is-right": "right",
  "is-partial": "partly",
  "is-wrong": "wrong",
  "is-open": "not answered",
  "changed-none": "You changed no answer.",
  "changed-right": "You changed 1 answer; it is right now.",
  "changed-wrong": "You changed 1 answer; it is not right yet.",
  "changed-some": {
    one: "You changed {all} answers; {n} of them is right now.",
    other: "You changed {all} answers; {n} of them are right now.",
  },
  "nothing-before": "You have no answers from the first time to compare with. That is fine: what counts is what you know now.",

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
