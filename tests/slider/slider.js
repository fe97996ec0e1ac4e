/** The page's half of the type `slider`; tests/slider/slider.py is the other. */
{
  const { copies, h, mark, unanswered, words } = selfcheck;

  selfcheck.register("slider", {
    score({ low, high, key, tol = 0 }, response) {
      if (response == null) return unanswered("nothing-chosen");
      const value = typeof response === "string" && /^-?\d+$/.test(response) ? Number(response) : NaN;
      if (!(value >= low && value <= high)) return unanswered("invalid");
      const right = Math.abs(value - key) <= tol;
      return { score: Number(right), unanswered: false, parts: [right] };
    },

    keep: () => null,

    decides: ({ low, high, key, tol = 0 }) => [low, high, key, tol],

    view({ low, high }, { source, changed }) {
      let response = null;
      const middle = String(Math.round((low + high) / 2));
      const name = { "aria-label": words("your-answer") };
      const input = h("input", { type: "range", min: String(low), max: String(high), ...name, input: moved });
      const shown = h("span", {});
      const row = h("div", { class: "sc-row" }, h("label", {}, String(low), " ", input, ` ${high}`), shown);
      write(null);
      return {
        nodes: [row],
        read: () => response,
        write,
        first: () => input,
        mark({ score }) {
          const said = words(score ? "your-right-answer" : "your-wrong-answer");
          mark(row, score ? "right" : "wrong", [said], []);
          if (!score) mark(row, "missed", [words("right-answer-is"), ...copies(source.key)], []);
        },
      };

      function moved() {
        write(input.value);
        changed();
      }

      function write(given) {
        response = given;
        input.value = given ?? middle;
        shown.textContent = given ?? "";
      }
    },

    xapi: {
      interaction: "numeric",
      write: (response) => response,
      pattern: ({ key, tol = 0 }) => [`${key - tol}[:]${key + tol}`],
    },
  });
}
