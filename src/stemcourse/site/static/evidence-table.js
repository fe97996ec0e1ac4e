/* Filters and sorts the evidence table. Without it the table is complete, in the article's order. */
(() => {
  "use strict";

  const table = document.querySelector("table.ev-claims");
  const form = document.querySelector("form.ev-filter");
  const status = document.querySelector(".ev-count");
  if (!table || !form || !status) return;

  /** A claim is a `tbody` of two rows: the line, and what opens below it. */
  const claims = [...table.tBodies];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(claims.map((claim) => [claim, plain(claim.textContent)]));
  const isShown = (claim) => !claim.hidden;

  function filter() {
    const chosen = new FormData(form);
    const words = plain(chosen.get("words")).split(/\s+/).filter(Boolean);
    const module = chosen.get("module");
    const verdicts = chosen.getAll("verdict");
    for (const claim of claims) {
      claim.hidden = !(
        words.every((word) => texts.get(claim).includes(word)) &&
        (!module || claim.dataset.modules.split(" ").includes(module)) &&
        (!verdicts.length || verdicts.includes(claim.dataset.verdict))
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
  const verdictOrder = [...form.elements.verdict].map((box) => box.value);
  const places = [...form.elements.module.options].map((option) => option.value);
  const cell = (claim, index) => claim.rows[0].cells[index].textContent;
  const measures = [
    (claim) => cell(claim, 0),
    (claim) => verdictOrder.indexOf(claim.dataset.verdict),
    (claim) => places.indexOf(claim.dataset.modules.split(" ")[0]),
    (claim) => parseInt(cell(claim, 3), 10),
  ];
  const heads = [...table.tHead.rows[0].cells];

  function sort(index, direction) {
    heads.forEach((head, i) => {
      if (i === index) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    });
    const sign = direction === "descending" ? -1 : 1;
    const measure = measures[index];
    // Claims that measure the same keep the article's order.
    const sorted = index < 0 ? claims : [...claims].sort((a, b) => {
      const [x, y] = [measure(a), measure(b)];
      return sign * (typeof x === "string" ? x.localeCompare(y, "en") : x - y);
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
  const open = form.querySelector(".ev-open");
  const answers = () => claims.filter(isShown).map((claim) => claim.querySelector("details"));
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
    const claim = document.getElementById(location.hash.slice(1));
    if (!claims.includes(claim)) return;
    if (claim.hidden) {
      form.reset();
      filter();
    }
    claim.querySelector("details").open = true;
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
