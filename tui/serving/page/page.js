// Draws once the font is there, since cells are measured with it, and gives the keys to the screen.
"use strict";

const begin = window.onload;
window.onload = null;
history.replaceState(null, "", "/"); // the key in the address has done its work

window.addEventListener("load", (event) => {
  document.fonts.load("16px 'Roboto Mono'").then(
    () => begin(event),
    () => begin(event),
  );
});

new MutationObserver(() => {
  if (document.body.classList.contains("-closed")) {
    document.querySelector("#again").focus();
  } else if (document.body.classList.contains("-loaded")) {
    document.querySelector(".xterm-helper-textarea")?.focus();
  }
}).observe(document.body, { attributeFilter: ["class"] });

document.querySelector("#again").addEventListener("click", () => window.location.assign("/"));
