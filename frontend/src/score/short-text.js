/** @import { Scorer, ShortText } from "../types.d.ts" */
import { graded, unanswered } from "./result.js";
import { bare, decidesForms, formOf } from "./text.js";

/** @type {Scorer<ShortText>} */
export function shortText(question, response) {
  if (response == null) return unanswered("nothing-written");
  if (typeof response !== "string") return unanswered("invalid");
  if (!bare(response, question)) return unanswered("nothing-written");
  const { key, near = [], spelling } = question;
  const hit = near.find(([, ...forms]) => formOf(response, forms, question));
  const form = hit ? null : formOf(response, key, question, spelling);
  return {
    ...graded(Number(!!form), [!!form]),
    ...(form?.mistakes && { spelled: [key[form.index]] }),
    ...(hit && { near: hit[0] }),
  };
}

/**
 * A well-known wrong form goes before an accepted one, so it decides too.
 *
 * @param {ShortText} question
 */
export const typedKey = (question) => [
  ...decidesForms(question),
  (question.near ?? []).flatMap(([, ...forms]) => forms).sort(),
];
