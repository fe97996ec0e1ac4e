import { isText } from "../store/sound.js";
import { slotOf } from "../store/slot.js";
import { activityId, extension } from "./names.js";

/**
 * @param {any} statement
 * @param {string} course
 * @returns {string} the slot to which it belongs; empty when it is of another course
 */
export function slotIn(statement, course) {
  const start = activityId("question", course, "/").slice(0, -1);
  const id = statement?.object?.id;
  const sitting = extension(statement?.context, "sitting");
  return isText(id) && id.startsWith(start) && (sitting == null || isText(sitting)) ? slotOf(id.slice(start.length), sitting) : "";
}
