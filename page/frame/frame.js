// The frame: its keys, the filters of a phone, and a repair to what Gradio draws.
import { drawn } from "../html/document.js";
import { box } from "../chat/question.js";

document.addEventListener("click", (event) => {
  const toggle = event.target.closest("#filters-toggle");
  if (toggle) toggle.setAttribute("aria-expanded", document.querySelector("#filters").classList.toggle("open"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, textarea, [contenteditable]")) return;
  event.preventDefault();
  box()?.focus();
});

// Gradio shows no placeholder in a choice of several.
function repair() {
  const outlets = document.querySelector("#outlets input");
  const words = document.querySelector("#outlets .token") ? "" : "All";
  if (outlets && outlets.placeholder !== words) outlets.placeholder = words;
}

drawn(() => {
  repair();
  new MutationObserver(repair).observe(document.querySelector("#outlets"), { childList: true, subtree: true });
});
