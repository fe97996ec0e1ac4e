// Reloads the page when a file of the course is saved; says when nobody watches any more.
(() => {
  const said = document.getElementById("connection");
  /** @type {string | undefined} */
  let known;
  const changes = new EventSource("/changes");
  changes.onmessage = ({ data }) => {
    if (known !== undefined && data !== known) location.reload();
    known = data;
    said.textContent = "";
  };
  changes.onerror = () => {
    said.textContent = "The preview has stopped. Run selfcheck preview again, and this page goes on by itself.";
  };
})();
