/** Reads a file of answers that a learner brings in: all of it, or nothing and the reason. */
/** @import { Statement } from "../types.d.ts" */
/** @import { Word } from "../words.js" */
import { slotOf } from "../store/slot.js";
import { isNumber, isResponse, isText, text, time } from "../store/sound.js";
import { attempt } from "./attempt.js";
import { activityId, extension, VERSION } from "./names.js";

/** Megabytes of a file, statements in it, and signs of one statement. Nobody learns so much. */
export const MOST_MB = 100;
const MOST = 100_000;
const LONGEST = 200_000;

const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
const COURSE = new RegExp(`^${activityId("question", `(${ID})`, "")}:`);
const ANSWERED = "http://adlnet.gov/expapi/verbs/answered";
const SLOT = new RegExp(`^${ID}/${ID}(?:/${ID})?(?:@${ID})?$`);
/** With its zone: a time without one is another in each place. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const NAME = /^[\w.:-]{1,100}$/;
const FINGERPRINT = /^[0-9a-f]{1,64}$/;

/** @typedef {{ why: Word, values: Record<string, string | number> }} Refused */
/** @typedef {{ statements: Statement[], refused: null } | { statements: null, refused: Refused }} Brought */

/**
 * @param {string} written in the file
 * @param {string} course
 * @returns {Brought} its statements, each once
 */
export function brought(written, course) {
  const refused = (/** @type {Word} */ why, /** @type {Record<string, string | number>} */ values = {}) => ({
    statements: null,
    refused: { why, values },
  });
  if (written.length > MOST_MB * 1e6) return refused("file-too-large", { most: MOST_MB });
  // A mark of the encoding, which some editors write.
  const bare = written.replace(/^\uFEFF/, "").trim();
  if (!bare) return refused("file-empty");
  /** @type {unknown} */
  let list;
  try {
    list = JSON.parse(bare);
  } catch {
    return refused("file-not-read");
  }
  if (!Array.isArray(list)) return refused("file-no-list");
  if (!list.length) return refused("file-no-answers");
  if (list.length > MOST) return refused("file-too-many", { most: MOST });

  /** By id, with its place. @type {Map<string, [entry: Statement, n: number]>} */
  const seen = new Map();
  const statements = [];
  for (const [index, entry] of list.entries()) {
    const n = index + 1;
    const why = lacking(entry, course);
    if (why) return refused(why, { n, ...(why === "entry-of-course" && { course: courseOf(entry.object) }) });
    const before = seen.get(entry.id);
    if (before && inOrder(before[0]) !== inOrder(entry)) return refused("entry-twice", { n, before: before[1] });
    if (before) continue;
    seen.set(entry.id, [entry, n]);
    statements.push(entry);
  }
  return { statements, refused: null };
}

/**
 * What each entry has, in the order in which it is looked at; the first that it lacks is told. What
 * `attempt` would leave out is refused here: a file of which nothing arrives would leave a learner
 * wondering.
 *
 * @type {[why: Word, holds: (entry: any, course: string) => boolean][]}
 */
const RULES = [
  ["entry-no-answer", ({ verb, object }) => verb?.id === ANSWERED && courseOf(object) !== ""],
  ["entry-newer", ({ context }) => !(extension(context, "version") > VERSION)],
  ["entry-no-answer", ({ context }) => extension(context, "version") === VERSION],
  ["entry-of-course", ({ object }, course) => courseOf(object) === course],
  ["entry-no-question", (entry, course) => extension(entry.context, "course") === course && isSlot(entry)],
  ["entry-no-id", ({ id }) => typeof id === "string" && NAME.test(id)],
  ["entry-no-learner", ({ actor }) => isText(actor?.account?.name) && isText(actor.account.homePage)],
  ["entry-no-time", ({ timestamp }) => typeof timestamp === "string" && TIME.test(timestamp) && isTime(time(timestamp))],
  ["entry-no-score", ({ result }) => isNumber(result?.score?.scaled) && result.score.scaled >= 0 && result.score.scaled <= 1],
  ["entry-no-response", ({ result }) => isResponse(extension(result, "response") ?? null)],
  ["entry-no-key", ({ object }) => extension(object.definition, "key") != null && isText(extension(object.definition, "type"))],
  ["entry-no-key", ({ object }) => FINGERPRINT.test(text(extension(object.definition, "fingerprint")))],
  ["entry-too-large", fits],
  ["entry-no-answer", (entry) => attempt(entry) !== null],
];

/**
 * Returns whether an entry is neither longer than an answer nor nested as deep as none can be written.
 *
 * @param {unknown} entry
 */
function fits(entry) {
  try {
    return JSON.stringify(entry).length <= LONGEST;
  } catch {
    return false;
  }
}

/** @param {any} entry */
function isSlot({ object, context }) {
  const sitting = extension(context, "sitting");
  return (sitting == null || isText(sitting)) && SLOT.test(slotOf(object.id.replace(COURSE, ""), sitting));
}

/**
 * Returns whether there is room for attempts after it: each is later than the one before.
 *
 * @param {number} at
 */
const isTime = (at) => at >= 0 && at < Date.UTC(9000);

/**
 * @param {unknown} entry
 * @param {string} course
 * @returns {Word | undefined} the first thing that it lacks
 */
const lacking = (entry, course) => RULES.find(([, holds]) => !holds(entry ?? {}, course))?.[0];

/**
 * @param {any} object
 * @returns {string} the course whose question it is; empty when it is none
 */
function courseOf(object) {
  const [, course = ""] = COURSE.exec(text(object?.id)) ?? [];
  return course;
}

/**
 * @param {any} value
 * @returns {string} the same for the same, in whatever order its members stand
 */
function inOrder(value) {
  return JSON.stringify(value, (_, each) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
