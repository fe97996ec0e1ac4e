import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "./number.js";
import { sameUnit } from "./units.js";

const same = (/** @type {string} */ typed, /** @type {string} */ unit) => sameUnit(plain(typed), plain(unit));

for (const [unit, ...others] of [
  ["m/s", "m s-1", "m·s^-1", "m s⁻¹", "m / s", "m*s**-1", "s-1 m", "m per s"],
  ["m/s²", "m/s^2", "m s-2", "m/s/s", "m·s⁻²"],
  ["J/(kg·K)", "J/(kg K)", "J kg-1 K-1", "J/kg/K"],
  ["µg", "μg", "ug", "mcg"],
  ["°C", "ºC", "℃", "°c"],
  ["l", "L"],
  ["ml", "mL", "mℓ"],
  ["mg/dl", "mg/dL", "mg dL-1"],
  ["km", "Km", "KM"],
  ["kg", "Kg", "KG"],
  ["Pa", "pa"],
  ["kPa", "kpa", "KPA"],
  ["Hz", "hz", "HZ"],
  ["mol", "Mol", "MOL"],
  ["mmol/L", "mmol/l", "mMol/L"],
  ["min", "Min", "MIN"],
  ["Ω", "Ω", "ohm"],
  ["€", "EUR", "Eur", "eur"],
  ["$", "US$", "USD"],
  ["cells", "Cells", "CELLS"],
  ["per mille", "Per Mille"],
  ["cells/µL", "cells per μl"],
  ["mmHg", "mmhg"],
  ["mol⁻¹", "1/mol", "/mol", "mol^-1", "per mol"],
  ["m²", "m2", "m^2"],
]) {
  for (const other of others) {
    test(`${other} is ${unit}`, () => {
      assert.ok(same(other, unit));
      assert.ok(same(unit, unit));
    });
  }
}

for (const [unit, ...others] of [
  ["mg", "Mg", "MG", "μg", "g", "m g", "mG"],
  ["m", "M", "mm", "m²", "/m"],
  ["mm", "Mm", "MM"],
  ["mmol", "Mmol", "MMOL", "mol"],
  ["ml", "Ml", "ML"],
  ["K", "k"],
  ["k", "K"],
  ["s", "S"],
  ["ms", "Ms", "mS", "MS"],
  ["MHz", "mHz", "mhz"],
  ["nm", "Nm", "NM", "nM"],
  ["mW", "MW"],
  ["t", "T"],
  ["h", "H"],
  ["kb", "kB", "Mb"],
  ["Pa", "pA"],
  ["cal", "Cal"],
  ["m/s", "s/m", "m s", "m/h"],
  ["J/(kg·K)", "J/kg·K"],
  ["€", "$", "GBP"],
  ["cells", "cell", "mice"],
]) {
  for (const other of others) test(`${other} is not ${unit}`, () => assert.ok(!same(other, unit)));
}
