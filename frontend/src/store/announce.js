/**
 * Tells all views of a course, here and on other pages, that any of its answers may be others now.
 *
 * @param {string} course
 */
export function announce(course) {
  dispatchEvent(new CustomEvent("selfcheck", { detail: [course] }));
  try {
    const channel = new BroadcastChannel("selfcheck");
    channel.postMessage([course]);
    channel.close();
  } catch {
    // Where nothing is kept, no other page has anything to hear of.
  }
}
