/** Runs code where clocks and calendars are others. */
import { execFileSync } from "node:child_process";

/**
 * @param {string} zone an IANA time zone
 * @param {string} code the body of an async function; imports in it have whole addresses
 * @returns {string} what it returns, as text
 */
export function inZone(zone, code) {
  const script = `process.stdout.write(String(await (async () => {${code}})()));`;
  const env = { ...process.env, TZ: zone };
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], { env, encoding: "utf8" });
}
