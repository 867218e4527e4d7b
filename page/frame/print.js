// On paper nothing is folded away: what waits to be asked for is shown while it is printed, and then waits again.
const FOLDED = "#main details:not([open])";
const SHORTENED = "#main blockquote:has(.around):not(.unfolded)";

let opened = [];
let unfolded = [];

window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(FOLDED)];
  unfolded = [...document.querySelectorAll(SHORTENED)];
  opened.forEach((details) => (details.open = true));
  unfolded.forEach((quote) => quote.classList.add("unfolded"));
});

window.addEventListener("afterprint", () => {
  opened.forEach((details) => (details.open = false));
  unfolded.forEach((quote) => quote.classList.remove("unfolded"));
});
