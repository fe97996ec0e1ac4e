/** Compares what is typed as text with the forms that are accepted. */
/** @import { Accepted } from "../types.d.ts" */

const LETTERS = /[\p{L}\p{M}]/gu;
/** A form takes one mistake for so many letters, at most. */
const LETTERS_A_MISTAKE = 4;

/** What belongs to a number: separators of thousands, a decimal point, a sign. */
const THOUSANDS = /(\d+)[.,' ](?=\d{3}(?!\d))/g;
const DECIMAL = /(?<=\d)[.,](?=\d)/g;
const MINUS = /(?<=^|\s)[-\u2212](?=\d)/g;
/** In other scripts such marks are vowels, without which it is another word. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;
/** Private-use characters that stand for a decimal point and a minus sign. */
const [POINT, SIGN] = ["\ue000", "\ue001"];

/**
 * @param {string} text
 * @param {Accepted} accepted
 * @returns {string} what is compared: letters, digits, and what belongs to a number
 */
export function bare(text, accepted) {
  const marked = text
    .replace(THOUSANDS, (all, digits) => (digits === "0" ? all : digits))
    .replace(DECIMAL, POINT).replace(MINUS, SIGN);
  let form = marked.normalize("NFKD");
  if (!accepted.accents) form = form.replace(ACCENTS, "");
  if (!accepted.case) form = form.toLowerCase();
  return form.replace(/[^\p{L}\p{M}\p{N}\ue000\ue001]/gu, "");
}

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
      // A number with a mistake is another number.
      const same = typed.replace(LETTERS, "") === wanted.replace(LETTERS, "");
      return { index, most: same ? most : 0, mistakes: distance(typed, wanted) };
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
