/* Opens for print what is folded, where CSS cannot: in browsers before `::details-content`. */
(() => {
  if (CSS.supports("selector(details::details-content)")) return;
  const closed = ":is(.ec-card, .rt-decisions, section) > details:not([class], [open])";
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(closed))];
    for (const each of opened) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
})();
