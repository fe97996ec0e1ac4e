/* Stays at the section that the address names while questions above it come alive, where the
   browser does not hold on to a place: in Safari before scroll anchoring. */
(() => {
  if (CSS.supports("overflow-anchor", "auto")) return;
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  const watcher = new ResizeObserver(() => place.scrollIntoView());
  // What the text stands in grows with it; the body of a theme may have a height of its own.
  watcher.observe(place.closest("article, main, [role=main]") ?? document.body);
  // Whoever moves goes where they like.
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"])
    addEventListener(moved, () => watcher.disconnect(), { once: true, passive: true });
})();
