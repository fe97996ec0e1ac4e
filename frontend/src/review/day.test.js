import assert from "node:assert/strict";
import { test } from "node:test";
import { inZone } from "../../test-support/zones.js";
import { dayOf, noonOf } from "./day.js";

test("a day begins at four in the morning", () => {
  const day = (/** @type {number[]} */ ...[hour, minute]) => dayOf(new Date(2026, 2, 10, hour, minute).getTime());
  assert.equal(day(3, 59), day(12, 0) - 1);
  assert.equal(day(4, 0), day(12, 0));
  assert.equal(day(23, 59), day(12, 0));
});

test("noon of a day is of that day, and the next has one more", () => {
  const today = dayOf(Date.now());
  for (const day of [today, today + 1, today + 200]) assert.equal(dayOf(noonOf(day).getTime()), day);
});

test("days follow each other where clocks change, and west and east of Greenwich", () => {
  const code = `
    const { dayOf } = await import(${JSON.stringify(import.meta.resolve("./day.js"))});
    const days = Array.from({ length: 400 }, (_, n) => dayOf(new Date(2026, 0, 1 + n, 5).getTime()));
    return days.every((day, n) => !n || day === days[n - 1] + 1);`;
  for (const zone of ["Europe/Berlin", "America/Los_Angeles", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu"]) {
    assert.equal(inZone(zone, code), "true", zone);
  }
});
