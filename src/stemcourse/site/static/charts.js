/* Brings a chart with sliders alive, when a reader comes near it; until then it is an SVG. */
(() => {
  const source = document.currentScript.src.replace(/charts\.js.*$/, "vega.js");
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

  async function enliven(figure, spec) {
    await vega();
    const view = figure.querySelector(".chart-view");
    const drawing = view.querySelector("svg");
    const name = drawing.getAttribute("aria-label");
    const stage = document.createElement("div");
    const options = { actions: false, renderer: "svg", bind: figure.querySelector(".chart-controls") };
    const made = await window.vegaEmbed(stage, spec, options);
    view.replaceChildren(stage);
    const svg = stage.querySelector("svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", name);
    fit(svg);
    // Its parts have roles of their own, and no names: the whole has one.
    for (const part of svg.children) part.setAttribute("aria-hidden", "true");
    if (spec.params.some((param) => param.name === "says")) {
      const says = figure.querySelector(".chart-says");
      says.textContent = made.view.signal("says");
      made.view.addSignalListener("says", (_, text) => (says.textContent = text));
    }
    figure.dataset.alive = "";
  }

  /** Makes room in a drawing for a reader's fonts, which may be wider than those it was laid out with. */
  function fit(svg) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    const drawn = svg.getBBox();
    const left = Math.min(x, drawn.x - 4);
    const right = Math.max(x + width, drawn.x + drawn.width + 4);
    svg.setAttribute("viewBox", `${left} ${y} ${right - left} ${height}`);
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        const spec = JSON.parse(target.querySelector("script").textContent);
        // Without Vega the drawing stays, and so do its numbers.
        enliven(target, spec).catch((error) => console.warn("chart: stays a drawing.", error));
      }
    },
    { rootMargin: "300px" },
  );
  for (const svg of document.querySelectorAll("figure.chart svg")) fit(svg);
  for (const figure of document.querySelectorAll("figure.chart:has(> script)")) near.observe(figure);
})();
