import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
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
  const script = `
    import { dayOf } from ${JSON.stringify(import.meta.resolve("./day.js"))};
    const days = Array.from({ length: 400 }, (_, n) => dayOf(new Date(2026, 0, 1 + n, 5).getTime()));
    console.log(days.every((day, n) => !n || day === days[n - 1] + 1));`;
  for (const TZ of ["Europe/Berlin", "America/Los_Angeles", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu"]) {
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: { ...process.env, TZ } });
    assert.equal(String(said).trim(), "true", TZ);
  }
});
