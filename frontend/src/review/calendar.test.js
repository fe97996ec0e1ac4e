import assert from "node:assert/strict";
import { test } from "node:test";
import { inZone } from "../../test-support/zones.js";
import { calendar } from "./calendar.js";
import { dayOf } from "./day.js";

const NOW = Date.UTC(2026, 2, 10, 11, 5, 7, 89);
const TODAY = dayOf(new Date(2026, 2, 10, 12).getTime());

/** @param {Partial<import("./calendar.js").Wanted>} [more] */
const made = (more) =>
  calendar({ course: "tides", days: new Map([[TODAY + 1, 3], [TODAY + 22, 1]]), summary: (n) => `Tides: ${n}`, description: "Days move.", now: NOW, ...more });

/**
 * Reads a file as a calendar does (RFC 5545, 3.1): unfolds lines first.
 *
 * @param {string} text
 * @returns {string[]}
 */
const unfolded = (text) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

test("a calendar of days, whole", () => {
  assert.deepEqual(made().split("\r\n"), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//selfcheck//review//EN",
    "BEGIN:VEVENT",
    "UID:20260311-tides@selfcheck.invalid",
    "DTSTAMP:20260310T110507Z",
    "DTSTART;VALUE=DATE:20260311",
    "DTEND;VALUE=DATE:20260312",
    "SUMMARY:Tides: 3",
    "DESCRIPTION:Days move.",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:20260401-tides@selfcheck.invalid",
    "DTSTAMP:20260310T110507Z",
    "DTSTART;VALUE=DATE:20260401",
    "DTEND;VALUE=DATE:20260402",
    "SUMMARY:Tides: 1",
    "DESCRIPTION:Days move.",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("an entry keeps its name, whenever the file is made and however many questions it has", () => {
  const uids = (/** @type {string} */ text) => text.match(/^UID:.*$/gm);
  assert.deepEqual(uids(made()), uids(made({ now: NOW + 1e9, days: new Map([[TODAY + 1, 8], [TODAY + 22, 2]]) })));
});

test("every line ends by CRLF, and no sign stands alone of the two", () => {
  assert.doesNotMatch(made({ description: "One\nTwo\rThree\r\nFour" }), /[^\r]\n|\r[^\n]/);
});

test("signs that mean something are escaped, ends of lines too", () => {
  const text = made({ summary: () => "a\\b; c, d: \"e\"", description: "One\nTwo\rThree\r\nFour\u0007\u007f" });
  assert.match(text, /^SUMMARY:a\\\\b\\; c\\, d: "e"\r$/m);
  assert.match(text, /^DESCRIPTION:One\\nTwo\\nThree\\nFour {2}\r$/m);
});

test("long lines are folded by octets, and no character is cut in two", () => {
  const words = ["a".repeat(300), "ä€😀".repeat(40), "日本語".repeat(50), `${"x".repeat(66)}é`, "x".repeat(67), "x".repeat(68)];
  for (const word of words) {
    const text = made({ summary: () => word });
    for (const line of text.split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(line, /\p{Cs}/u, "half a character");
    }
    assert.ok(unfolded(text).includes(`SUMMARY:${word}`));
  }
  // As many octets as a line may have are not folded.
  assert.match(made({ summary: () => "x".repeat(67) }), /^SUMMARY:x{67}\r$/m);
});

test("the page's address goes along where others can open it", () => {
  const address = `https://example.org/${"long/".repeat(20)}review.html`;
  assert.ok(unfolded(made({ address })).includes(`URL:${address}`));
  assert.doesNotMatch(made(), /URL/);
});

test("days are those of the learner, wherever they are", () => {
  const code = `
    const { calendar } = await import(${JSON.stringify(import.meta.resolve("./calendar.js"))});
    const { dayOf } = await import(${JSON.stringify(import.meta.resolve("./day.js"))});
    const today = dayOf(new Date(2026, 9, 24, 12).getTime());
    const days = new Map([0, 1, 2].map((n) => [today + n, 1]));
    return calendar({ course: "c", days, summary: String, description: "", now: 0 }).match(/DATE:\\d+/g).join();`;
  const said = "DATE:20261024,DATE:20261025,DATE:20261025,DATE:20261026,DATE:20261026,DATE:20261027";
  for (const zone of ["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"]) {
    assert.equal(inZone(zone, code), said, zone);
  }
});
