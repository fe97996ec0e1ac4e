/* Brings a chart with sliders alive, when a reader comes near it; until then it is an SVG. */
/**
 * @typedef {object} Spec what is read here of a Vega-Lite chart
 * @property {{ name: string }[]} params
 *
 * @typedef {object} Drawn what is used here of a chart that Vega draws
 * @property {{
 *   signal: (name: string) => string,
 *   addSignalListener: (name: string, heard: (name: string, value: string) => void) => void,
 * }} view
 *
 * @typedef {(stage: HTMLElement, spec: Spec, options: object) => Promise<Drawn>} Embed
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const source = own.src.replace(/charts\.js.*$/, "vega.js");
  /** @type {Promise<void> | undefined} */
  let loading;

  function vega() {
    loading ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = () => done();
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  }

  /**
   * @param {HTMLElement} figure
   * @param {Spec} spec
   */
  async function enliven(figure, spec) {
    await vega();
    const view = one(figure, ".chart-view");
    const name = one(view, "svg").getAttribute("aria-label") ?? "";
    const stage = document.createElement("div");
    const bind = figure.querySelector(".chart-controls");
    // `ast`: interpreted, and not made into functions, which a Content-Security-Policy may forbid.
    const options = { actions: false, renderer: "svg", bind, ast: true };
    const { vegaEmbed } = /** @type {Window & { vegaEmbed?: Embed }} */ (window);
    if (!vegaEmbed) throw new Error("vega.js holds no vegaEmbed");
    const made = await vegaEmbed(stage, spec, options);
    view.replaceChildren(stage);
    const svg = /** @type {SVGSVGElement} */ (one(stage, "svg"));
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", name);
    fit(svg);
    // Its parts have roles of their own, and no names: the whole has one.
    for (const part of svg.children) part.setAttribute("aria-hidden", "true");
    if (spec.params.some((param) => param.name === "says")) {
      const says = one(figure, ".chart-says");
      says.textContent = made.view.signal("says");
      made.view.addSignalListener("says", (_, text) => (says.textContent = text));
    }
    figure.dataset.alive = "";
  }

  /**
   * Makes room in a drawing for a reader's fonts, which may be wider than those it was laid out with.
   *
   * @param {SVGSVGElement} svg
   */
  function fit(svg) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    const drawn = svg.getBBox();
    const left = Math.min(x, drawn.x - 4);
    const right = Math.max(x + width, drawn.x + drawn.width + 4);
    svg.setAttribute("viewBox", `${left} ${y} ${right - left} ${height}`);
  }

  /**
   * @param {Element} element
   * @param {string} selector
   * @throws when nothing in the element fits
   */
  function one(element, selector) {
    const found = element.querySelector(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        const spec = JSON.parse(one(target, "script").textContent ?? "");
        // Without Vega the drawing stays, and so do its numbers.
        enliven(/** @type {HTMLElement} */ (target), spec).catch((error) => console.warn("chart: stays a drawing.", error));
      }
    },
    { rootMargin: "300px" },
  );
  /** @type {NodeListOf<SVGSVGElement>} */
  const drawings = document.querySelectorAll("figure.chart svg");
  for (const svg of drawings) fit(svg);
  for (const figure of document.querySelectorAll("figure.chart:has(> script)")) near.observe(figure);
})();
