/* The button *Open and run*: leads a phone to the simpler view, and says what would go wrong. */
(() => {
  const { facts, trouble } = /** @type {WithLite} */ (window).courseLite;
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.course-run"));
  if (!link) return;
  // What a reader may copy or open in another tab is right too, so it stands in the link.
  const { href: wide, dataset: { narrow = wide } } = link;
  const phone = matchMedia("(max-width: 48rem), (max-height: 30rem)");
  const choose = () => link.href = phone.matches ? narrow : wide;
  phone.addEventListener("change", choose);
  choose();

  // It is there before it says something, or a screen reader would not hear of it.
  const says = document.createElement("div");
  says.className = "course-run-says";
  says.setAttribute("role", "status");
  (link.closest(".course-bar") ?? link).after(says);
  link.addEventListener("click", (event) => {
    const found = trouble(facts(window));
    if (!found) return;
    event.preventDefault();
    const line = document.createElement("p");
    line.textContent = `${found.text} `;
    if (!found.hopeless) {
      const anyway = document.createElement("a");
      anyway.href = link.href;
      anyway.textContent = "Open it all the same";
      line.append(anyway);
    }
    says.replaceChildren(line);
  });
})();
