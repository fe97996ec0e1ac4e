import assert from "node:assert/strict";
import { test } from "node:test";
import { formula } from "./readable.js";

/**
 * Returns an element as a page has it: a name, and texts or elements in it.
 *
 * @param {string} name
 * @param {any[]} inside
 */
function tag(name, ...inside) {
  const [given, ...rest] = inside;
  const attributes = given && typeof given === "object" && !given.localName ? given : null;
  const parts = attributes ? rest : inside;
  return /** @type {any} */ ({
    localName: name,
    children: parts.filter((part) => typeof part === "object"),
    textContent: parts.map((part) => (typeof part === "string" ? part : part.textContent)).join(""),
    getAttribute: (/** @type {string} */ key) => attributes?.[key] ?? null,
  });
}

const mi = (/** @type {string} */ text) => tag("mi", text);
const mn = (/** @type {string} */ text) => tag("mn", text);
const mo = (/** @type {string} */ text) => tag("mo", text);
const row = (/** @type {any[]} */ ...parts) => tag("mrow", ...parts);

/** @type {[string, any, string][]} */
const FORMULAS = [
  ["a fraction is not its digits", tag("math", tag("mfrac", mn("8"), mn("3"))), "8/3"],
  ["what is over and under keeps together", tag("mfrac", row(mi("x"), mo("+"), mn("1")), mn("3")), "(x + 1)/3"],
  ["a fraction in a fraction", tag("mfrac", tag("mfrac", mi("a"), mi("b")), mi("c")), "(a/b)/c"],
  ["a binomial is no fraction", row(mo("("), tag("mfrac", { linethickness: "0" }, mi("n"), mi("k")), mo(")")), "(n | k)"],
  ["a root", tag("msqrt", mi("x"), mo("−"), mn("1")), "√(x − 1)"],
  ["a cube root", tag("mroot", mi("x"), mn("3")), "3√(x)"],
  ["a power", tag("msup", mn("10"), row(mo("−"), mn("3"))), "10^(− 3)"],
  ["powers of powers", tag("msup", tag("msup", mi("a"), mi("b")), mi("c")), "(a^b)^c"],
  ["a power of a product", tag("msup", row(mi("x"), mi("y")), mn("2")), "(xy)^2"],
  ["a power ends before what follows", row(tag("msup", mi("x"), mn("2")), mi("y")), "x^2 y"],
  ["an index and a power", tag("msubsup", mi("x"), mi("i"), mn("2")), "x_i^2"],
  ["a sum with its bounds", row(tag("munderover", mo("∑"), row(mi("i"), mo("="), mn("1")), mi("n")), mi("i")), "∑_(i = 1)^n i"],
  ["a bar stands over its letter", tag("mover", mi("x"), mo("¯")), "x̄"],
  ["a bar over more than a letter", tag("mover", row(mi("a"), mi("b")), mo("¯")), "(ab)^¯"],
  ["a table", tag("mtable", tag("mtr", tag("mtd", mn("1")), tag("mtd", mn("2"))), tag("mtr", tag("mtd", mn("3")), tag("mtd", mn("4")))), "[1, 2; 3, 4]"],
  ["what is not seen is not said", row(tag("mphantom", mi("x")), mi("y")), "y"],
  ["TeX beside it is not said twice", tag("semantics", mi("x"), tag("annotation", "x")), "x"],
];

for (const [title, element, text] of FORMULAS) test(title, () => assert.equal(formula(element), text));
