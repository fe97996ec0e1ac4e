/** Prints a page: as a worksheet, as the style has it, or with the answers opened. */

/** @param {boolean} answers */
export function printed(answers) {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const shut = document.querySelectorAll(answers ? ":is(.sc-answer, .sc-hint):not([open])" : ":not(*)");
  for (const each of shut) each.open = true;
  // Some browsers print only after this has returned.
  addEventListener("afterprint", () => {
    for (const each of shut) each.open = false;
  }, { once: true });
  window.print();
}
