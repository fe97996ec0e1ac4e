/** When questions come again, as a calendar (iCalendar, RFC 5545) that any program of that kind reads. */
import { noonOf } from "./day.js";

/** Octets of a line; what is longer goes on in the next, after a space (RFC 5545, 3.1). */
const LINE = 75;

/**
 * @typedef {object} Wanted
 * @property {string} course
 * @property {Map<number, number>} days how many questions come on which day; at least one day
 * @property {(n: number) => string} summary what an entry of *n* questions is called
 * @property {string} description
 * @property {string} [address] of the page where they are asked; none where it has no address for others
 * @property {number} now milliseconds since 1970
 */

/**
 * Entries have the same name for the same day, so a later file takes the place of an earlier one in
 * programs that go by it.
 *
 * @param {Wanted} wanted
 * @returns {string} a file's text
 */
export function calendar({ course, days, summary, description, address, now }) {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const events = [...days].flatMap(([day, n]) => [
    "BEGIN:VEVENT",
    `UID:${dateOf(day)}-${course}@selfcheck.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
    `SUMMARY:${escaped(summary(n))}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(address ? [`URL:${address}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//selfcheck//review//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {number} day */
function dateOf(day) {
  const date = noonOf(day);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
}

/** @param {string} text */
function escaped(text) {
  // Of control characters only a line's end can be written (3.3.11).
  const lines = text.split(/\r\n|[\r\n]/).map((line) => line.replace(/\p{Cc}/gu, " "));
  return lines.map((line) => line.replace(/[\\;,]/g, "\\$&")).join("\\n");
}

/** @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let [made, room] = ["", LINE];
  // By characters: none may be cut in two.
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) [made, room] = [`${made}\r\n `, LINE - 1];
    made += character;
    room -= size;
  }
  return made;
}
