/** A question of each type, for tests: as `readSource` gives it. */

const fp = "00000000";

/** @type {Record<string, any>} */
export const questions = {
  choice: { type: "choice", fp, ids: ["a", "b", "c"], key: ["b"] },
  "multiple-response": { type: "multiple-response", fp, ids: ["a", "b", "c", "d"], key: ["a", "c"] },
  hotspot: { type: "hotspot", fp, ids: ["ring", "core"], key: ["ring"] },
  numeric: { type: "numeric", fp, key: 5, tol: 1, unit: "km", units: { m: 0.001 }, near: [["double", 10, 0]] },
  order: { type: "order", fp, ids: ["c", "a", "b"], key: ["a", "b", "c"] },
  match: { type: "match", fp, ids: ["l", "m"], to: ["x", "y", "z"], key: ["y", "x"] },
  categorize: { type: "categorize", fp, ids: ["i", "j"], to: ["g", "h"], key: ["g", "h"] },
  "short-text": { type: "short-text", fp, key: ["pluripotent"], spelling: 1, near: [["multi", "multipotent"]] },
  cloze: { type: "cloze", fp, ids: ["one", "two"], gaps: [{ key: ["cell"] }, { ids: ["in", "out"], key: "in" }] },
};

/** @type {Record<string, any>} */
export const right = {
  choice: "b",
  "multiple-response": ["a", "c"],
  hotspot: ["ring"],
  numeric: "5 km",
  order: ["a", "b", "c"],
  match: { l: "y", m: "x" },
  categorize: { i: "g", j: "h" },
  "short-text": "pluripotent",
  cloze: { one: "cell", two: "in" },
};

/** @type {Record<string, any>} */
export const wrong = {
  choice: "a",
  "multiple-response": ["b"],
  hotspot: ["core"],
  numeric: "10",
  order: ["b", "c", "a"],
  match: { l: "z", m: "y" },
  categorize: { i: "h", j: "g" },
  "short-text": "multipotent",
  cloze: { one: "bone", two: "out" },
};

export const variants = {
  type: "numeric",
  fp,
  unit: "%",
  variants: [
    { id: "small", fp: "1", key: 5 },
    { id: "large", fp: "2", key: 50 },
  ],
};
