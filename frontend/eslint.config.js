/** Rules that find mistakes. Style is free, and types and undefined names are tsc's to check. */
import js from "@eslint/js";

/** Names that every page has, and that are more often a forgotten variable. */
const EASILY_MEANT = [
  "close", "closed", "event", "external", "find", "focus", "frames", "history", "length", "name", "open",
  "origin", "parent", "print", "screen", "scroll", "self", "status", "stop", "top",
];

/** @type {import("eslint").Linter.Config[]} */
export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "off",
      // sanitise.js looks for control characters, as browsers skip them in an address.
      "no-control-regex": "off",
      "no-restricted-globals": ["error", ...EASILY_MEANT],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "array-callback-return": "error",
      "consistent-return": "error",
      "no-constructor-return": "error",
      "no-duplicate-imports": "error",
      "no-loop-func": "error",
      "no-promise-executor-return": "error",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-throw-literal": "error",
      "no-unmodified-loop-condition": "error",
      "no-unreachable-loop": "error",
      "no-unused-expressions": "error",
    },
  },
  { files: ["src/stemcourse/**"], languageOptions: { sourceType: "script" } },
];
