/* Opens for print what is folded, where CSS cannot: in browsers before `::details-content`. */
(() => {
  if (CSS.supports("selector(details::details-content)")) return;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(":is(.ec-card, section) > details:not([class], [open])")];
    for (const each of opened) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
})();
