/** Units, and when two ways to write one mean the same. */

const PREFIX = /^(da|[QRYZEPTGMkhdcmμnpfazyrq])/;
/** Whose capitals matter: with another letter it is another unit, or another size. */
const SYMBOLS = (
  "m g s A K mol cd L Hz N Pa J W C V F Ω S Wb T H lm lx Bq Gy Sv kat rad eV Da U IU " +
  "min h d t ha bar atm cal Cal B b bit M G k Nm Wh Ah l"
).split(" ");
const ALIAS = new Map([
  ["l", "L"],
  ["mcg", "μg"],
  ["ohm", "Ω"],
  ["EUR", "€"],
  ["USD", "$"],
  ["US$", "$"],
  ["GBP", "£"],
]);

/**
 * @param {string} typed as `plain` leaves it
 * @param {string} unit so too
 * @returns {boolean} whether *typed* is *unit*, however it is spaced and its powers are written
 */
export function sameUnit(typed, unit) {
  const given = factors(typed);
  const wanted = factors(unit);
  return (
    given.length === wanted.length &&
    wanted.every(([name, power]) => {
      const found = given.findIndex(([other, its]) => its === power && sameSymbol(other, name));
      return found >= 0 && given.splice(found, 1).length;
    })
  );
}

/**
 * @param {string} typed
 * @param {string} symbol
 */
function sameSymbol(typed, symbol) {
  const [one, other] = [typed, symbol].map(known);
  const [read, wanted] = [one, other].map(readings);
  const alike = one.toLowerCase() === other.toLowerCase();
  return alike && (!read.length || read.some((reading) => wanted.includes(reading)));
}

/** @param {string} name */
function known(name) {
  if (name[0] === "u" && SYMBOLS.includes(name.slice(1))) return `μ${name.slice(1)}`;
  return ALIAS.get(name) ?? ALIAS.get(name.toUpperCase()) ?? name;
}

/**
 * What a symbol may mean, as prefix and unit: as it is written, or else in other capitals.
 *
 * @param {string} name
 */
function readings(name) {
  const prefix = PREFIX.exec(name)?.[0] ?? "";
  const all = /** @type {const} */ ([["", name], [prefix, name.slice(prefix.length)]]);
  for (const same of [String, (/** @type {string} */ text) => text.toLowerCase()]) {
    const found = all.flatMap(([size, unit]) => {
      const symbol = SYMBOLS.find((each) => same(each) === same(unit));
      return symbol ? [`${size} ${known(symbol)}`] : [];
    });
    if (found.length) return found;
  }
  return [];
}

/**
 * Takes a unit apart: "m/s^2", "m s-2" and "m·s^-2" are m and s to the power of -2.
 *
 * @param {string} unit
 * @returns {[name: string, power: number][]}
 */
function factors(unit) {
  /** @type {Map<string, number>} */
  const powers = new Map();
  /** What a bracket is in. */
  const outer = [1];
  let sign = 1;
  for (const part of unit.replace(/\bper\b/gi, "/").match(/[/()]|[^\s·/()]+/g) ?? []) {
    if (part === ")" && outer.length > 1) outer.pop();
    const inside = outer[outer.length - 1];
    if (part === "/") sign = -inside;
    else if (part === ")") sign = inside;
    else if (part === "(") outer.push(sign);
    else {
      const [, name = part, power = 1] = /^([^\d^-]+)\^?([+-]?\d+)?$/.exec(part) ?? [];
      powers.set(name, (powers.get(name) ?? 0) + sign * Number(power));
      sign = inside;
    }
  }
  return [...powers].filter(([name, power]) => power && name !== "1");
}
