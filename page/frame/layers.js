// What lies over the page: the reader, dialogs, on a phone the drawer. Back closes it, as Esc does.
import { drawn } from "../html/document.js";

const PATIENCE = 1000; // milliseconds after which a browser that goes back is no longer waited for
const phone = matchMedia("(max-width: 767px)");

const open = []; // what closes each, the topmost last
let leaving = null; // while the browser leaves the entry of what was closed without it

// Whether the entry of the browser's history that it shows is that of something over the page.
export const isOverlaid = () => Boolean(history.state?.over);

// Does something to the history once the browser goes back no more.
export function whenSettled(work) {
  if (leaving) leaving.then(work);
  else work();
}

// Notes that something lies over the page now, and what closes it.
export function lay(close) {
  if (open.includes(close)) return;
  open.push(close);
  whenSettled(() => history.pushState({ ...history.state, over: open.length }, ""));
}

// Notes that it was closed. Its entry is left, unless Back did that.
export function lift(close) {
  if (!open.includes(close)) return;
  open.splice(open.indexOf(close), 1);
  whenSettled(() => (history.state?.over ?? 0) > open.length && goBack());
}

function goBack() {
  leaving = new Promise((done) => {
    window.addEventListener("popstate", done, { once: true });
    setTimeout(done, PATIENCE);
  }).then(() => (leaving = null));
  history.back();
}

window.addEventListener("popstate", () => {
  while (open.length > (history.state?.over ?? 0)) open.pop()();
});

const closers = new WeakMap(); // of each dialog

function closer(dialog) {
  if (!closers.has(dialog)) closers.set(dialog, () => dialog.close());
  return closers.get(dialog);
}

// Opens a dialog over the page; from that moment on Back closes it.
export function show(dialog) {
  dialog.showModal();
  lay(closer(dialog));
}

document.addEventListener("toggle", ({ target, newState }) => {
  if (target.localName === "dialog" && newState === "closed") lift(closer(target));
}, true);

drawn(() => {
  if (isOverlaid()) history.replaceState({ ...history.state, over: 0 }, ""); // nothing is open in a page loaded anew
  const drawer = document.querySelector("#drawer").closest(".sidebar");
  const close = () => drawer.classList.contains("open") && drawer.querySelector(".toggle-button").click();
  new MutationObserver(() => {
    if (!drawer.classList.contains("open")) lift(close);
    else if (phone.matches) lay(close);
  }).observe(drawer, { attributeFilter: ["class"] });
});
