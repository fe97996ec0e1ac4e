/** Compares what is typed as text with the forms that are accepted. */
/** @import { Accepted } from "../types.d.ts" */
import { bare } from "./bare.js";

/** More is not compared: a field takes no more, nor does a bank. */
export const LONGEST = 250;
const LETTERS = /[\p{L}\p{M}]/gu;
const BETWEEN = /[^\p{L}\p{M}]/u;
/** A form takes one mistake for so many letters, at most. */
const LETTERS_A_MISTAKE = 4;

/**
 * Finds the form that a text is.
 *
 * @param {string} text
 * @param {string[]} forms
 * @param {Accepted} accepted
 * @param {number} [spelling] how many mistakes a form may have
 * @returns {{ index: number, mistakes: number } | null} of *forms*, the nearest
 */
export function formOf(text, forms, accepted, spelling = 0) {
  const typed = bare(text, accepted);
  const found = forms
    .map((form, index) => {
      const wanted = bare(form, accepted);
      const most = Math.min(spelling, Math.floor([...wanted].length / LETTERS_A_MISTAKE));
      // A number with a mistake is another number, and so it is with signs.
      if (typed.replace(LETTERS, "") !== wanted.replace(LETTERS, "")) return { index, most: 0, mistakes: 1 };
      const words = typed.split(BETWEEN);
      const mistakes = wanted.split(BETWEEN).map((word, n) => distance(words[n], word));
      return { index, most, mistakes: mistakes.reduce((sum, each) => sum + each) };
    })
    .filter(({ mistakes, most }) => mistakes <= most)
    .sort((one, other) => one.mistakes - other.mistakes);
  return found[0] ?? null;
}

/**
 * What decides whether a typed form is right, in a fixed order: of the forms what is compared.
 *
 * @param {Accepted & { key: string[] }} accepted
 */
export const decidesForms = (accepted) => [
  bareForms(accepted.key, accepted),
  !!accepted.case,
  !!accepted.accents,
  accepted.spelling ?? 0,
  ...(accepted.punctuation == null ? [] : [accepted.punctuation]),
];

/**
 * @param {string[]} forms
 * @param {Accepted} accepted
 */
export const bareForms = (forms, accepted) => [...new Set(forms.map((form) => bare(form, accepted)))].sort();

/**
 * Optimal string alignment: how many letters to change, add, take away or swap with their
 * neighbour, to make one text of the other.
 *
 * @param {string} one
 * @param {string} other
 */
export function distance(one, other) {
  const [a, b] = [[...one], [...other]];
  let [before, last] = [/** @type {number[]} */ ([]), Array.from(b, (_, j) => j)];
  last.push(b.length);
  a.forEach((letter, i) => {
    const row = [i + 1];
    b.forEach((wanted, j) => {
      const same = letter === wanted;
      let least = Math.min(row[j] + 1, last[j + 1] + 1, last[j] + Number(!same));
      if (i && j && letter === b[j - 1] && a[i - 1] === wanted) least = Math.min(least, before[j - 1] + 1);
      row.push(least);
    });
    [before, last] = [last, row];
  });
  return last[b.length];
}
