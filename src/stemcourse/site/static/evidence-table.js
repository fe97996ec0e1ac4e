/* Filters and sorts the evidence table. Without it the table is complete, in the article's order. */
(() => {
  "use strict";

  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.ev-claims"));
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.ev-filter"));
  const status = /** @type {Element} */ (document.querySelector(".ev-count"));
  if (!table || !form || !status) return;

  /** @typedef {HTMLTableSectionElement} Claim */

  /** A claim is a `tbody` of two rows: the line, and what opens below it. */
  const claims = [...table.tBodies];
  const plain = (/** @type {string} */ text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(claims.map((claim) => [claim, plain(claim.textContent ?? "")]));
  const isShown = (/** @type {Claim} */ claim) => !claim.hidden;

  function filter() {
    const chosen = new FormData(form);
    const words = plain(String(chosen.get("words"))).split(/\s+/).filter(Boolean);
    const module = String(chosen.get("module"));
    const verdicts = chosen.getAll("verdict");
    for (const claim of claims) {
      const { modules = "", verdict = "" } = claim.dataset;
      claim.hidden = !(
        words.every((word) => texts.get(claim)?.includes(word)) &&
        (!module || modules.split(" ").includes(module)) &&
        (!verdicts.length || verdicts.includes(verdict))
      );
    }
    const count = claims.filter(isShown).length;
    const some = count < claims.length ? `${count} of ` : "";
    const none = count ? "" : ": none fits all of this. Try fewer words, or show all claims.";
    const said = `${some}${claims.length} claims${none}`;
    // What is said anew is read out anew.
    if (status.textContent !== said) status.textContent = said;
    say();
  }

  /* Sorting: each column has its own measure of a claim. */
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = form.querySelectorAll("[name=verdict]");
  const verdictOrder = [...boxes].map((box) => box.value);
  /** @type {NodeListOf<HTMLOptionElement>} */
  const options = form.querySelectorAll("[name=module] option");
  const places = [...options].map((option) => option.value);
  const cell = (/** @type {Claim} */ claim, /** @type {number} */ index) =>
    claim.rows[0].cells[index].textContent ?? "";
  /** @type {((claim: Claim) => string | number)[]} */
  const measures = [
    (claim) => cell(claim, 0),
    (claim) => verdictOrder.indexOf(claim.dataset.verdict ?? ""),
    (claim) => places.indexOf((claim.dataset.modules ?? "").split(" ")[0]),
    (claim) => parseInt(cell(claim, 3), 10),
  ];
  const heads = [.../** @type {HTMLTableSectionElement} */ (table.tHead).rows[0].cells];

  /**
   * @param {number} index of a column; below 0 for the article's order
   * @param {"ascending" | "descending"} [direction]
   */
  function sort(index, direction = "ascending") {
    heads.forEach((head, i) => {
      if (i === index) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    });
    const sign = direction === "descending" ? -1 : 1;
    const measure = measures[index];
    // Claims that measure the same keep the article's order.
    const sorted = index < 0 ? claims : [...claims].sort((a, b) => {
      const [x, y] = [measure(a), measure(b)];
      return sign * (typeof x === "string" ? x.localeCompare(String(y), "en") : x - Number(y));
    });
    table.append(...sorted);
  }

  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      sort(index, head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending");
    });
    head.append(button);
  });

  /* One button opens or closes what is shown. */
  const open = /** @type {HTMLButtonElement} */ (form.querySelector(".ev-open"));
  const details = (/** @type {Claim} */ claim) =>
    /** @type {HTMLDetailsElement} */ (claim.querySelector("details"));
  const answers = () => claims.filter(isShown).map(details);
  function say() {
    const all = answers();
    open.textContent = all.length && all.every((each) => each.open) ? "Close all" : "Open all";
  }
  open.addEventListener("click", () => {
    const opens = open.textContent === "Open all";
    for (const each of answers()) each.open = opens;
  });
  // `toggle` does not bubble.
  table.addEventListener("toggle", say, true);

  /** Show the claim that the address names. */
  function find() {
    const claim = claims.find(({ id }) => id === location.hash.slice(1));
    if (!claim) return;
    if (claim.hidden) {
      form.reset();
      filter();
    }
    details(claim).open = true;
    claim.scrollIntoView();
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The controls are reset only after this event.
  form.addEventListener("reset", () => setTimeout(() => {
    sort(-1);
    filter();
  }));
  window.addEventListener("hashchange", find);

  form.hidden = false;
  // A browser may bring back what stood in the form before.
  filter();
  find();
})();
