/** @import { Scorer, ShortText } from "../types.d.ts" */
import { graded, unanswered } from "./result.js";
import { bare, formOf } from "./text.js";

/** @type {Scorer<ShortText>} */
export function shortText(question, response) {
  if (response == null) return unanswered("nothing-written");
  if (typeof response !== "string") return unanswered("invalid");
  if (!bare(response, question)) return unanswered("nothing-written");
  const { key, near = [], spelling } = question;
  const hit = near.findIndex((forms) => formOf(response, forms, question));
  const form = hit < 0 ? formOf(response, key, question, spelling) : null;
  return {
    ...graded(Number(!!form), [!!form]),
    ...(form?.mistakes && { spelled: [key[form.index]] }),
    ...(hit < 0 ? {} : { near: hit }),
  };
}
