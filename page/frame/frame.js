// The frame: the filters of a phone, and a repair to what Gradio draws.
import { drawn } from "../html/document.js";
import { picked } from "./filters.js";

document.addEventListener("click", (event) => {
  // Gradio opens its description of the endpoints from its footer alone, which frame.css hides.
  if (event.target.closest("#drawer .use-api")) document.querySelector("footer button").click(); // seen in 6.31
  const toggle = event.target.closest("#filters-toggle");
  if (toggle) toggle.setAttribute("aria-expanded", document.querySelector("#filters").classList.toggle("open"));
});

// Gradio shows no placeholder in a choice of several.
function repair() {
  const outlets = document.querySelector("#outlets input");
  const words = document.querySelector("#outlets .token") ? "" : "All";
  if (outlets && outlets.placeholder !== words) outlets.placeholder = words;
}

drawn(() => {
  repair();
  let tokens = 0;
  const changed = () => {
    repair();
    const now = document.querySelectorAll("#outlets .token").length;
    if (now !== tokens) picked();
    tokens = now;
  };
  new MutationObserver(changed).observe(document.querySelector("#outlets"), { childList: true, subtree: true });
});
