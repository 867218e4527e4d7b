// The views of the page, and the address of what is shown: one view at a time, and each keeps what it held.
import { drawn, opensElsewhere, say } from "../html/document.js";
import { isOverlaid, whenSettled } from "./layers.js";

const VIEWS = ["ask", "articles", "sheet"]; // the first is that of an address that names none

let shown = null; // the part of the address that is shown

// What the address asks for, such as `view=articles&words=bridge`.
export const address = () => new URLSearchParams(location.search);

// Goes to another address of the page, or puts it in the place of this one, which Back then passes over. `state` is what
// the browser keeps beside it.
export function goTo(params, { replace = false, state = null } = {}) {
  const query = params.toString();
  const target = query ? `/?${query}` : "/";
  const isOther = target !== location.pathname + location.search || state;
  whenSettled(() => {
    // What lies over the page has no address: Back is to close it, and not to open it again.
    if (replace || isOverlaid()) history.replaceState(state ?? (replace ? history.state : null), "", target);
    else if (isOther) history.pushState(state, "", target);
    show();
  });
}

function show() {
  const params = address();
  shown = location.search;
  const view = VIEWS.includes(params.get("view")) ? params.get("view") : VIEWS[0];
  const isOther = document.body.dataset.view && document.body.dataset.view !== view;
  document.body.dataset.view = view;
  for (const link of document.querySelectorAll("#views a"))
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  if (isOther) say(document.querySelector(`#views a[data-view=${view}]`).textContent.trim());
  document.dispatchEvent(new CustomEvent("dateline:view", { detail: { view, params } }));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#views a");
  if (!link || opensElsewhere(event)) return;
  event.preventDefault();
  if (link.getAttribute("aria-current")) return; // it stays as it is: with its words and its filters
  goTo(new URL(link.href).searchParams);
});

// What only closed something that lay over the page leaves the view as it is.
window.addEventListener("popstate", () => location.search !== shown && show());
drawn(() => setTimeout(show)); // every view listens by then
