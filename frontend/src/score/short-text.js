/** @import { Scorer, ShortText } from "../types.d.ts" */
import { graded, unanswered } from "./result.js";
import { bare } from "./bare.js";
import { LONGEST, bareForms, decidesForms, formOf } from "./text.js";

/** @type {Scorer<ShortText>} */
export function shortText(question, response) {
  if (response == null) return unanswered("nothing-written");
  if (typeof response !== "string" || response.length > LONGEST) return unanswered("invalid");
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
 * A well-known wrong form goes before an accepted one, so it decides too where it would else be
 * taken for that.
 *
 * @param {ShortText} question
 */
export const typedKey = (question) => {
  const { key, near = [], spelling } = question;
  const wrong = near.flatMap(([, ...forms]) => forms).filter((form) => formOf(form, key, question, spelling));
  return [...decidesForms(question), bareForms(wrong, question)];
};
