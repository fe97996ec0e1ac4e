/** Leads on from an address that once was: to the section that it names, or to the first page. */
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".course-moved a")]);
const place = location.hash && links.find((link) => link.hash === location.hash);
location.replace((place || links[0]).href);
