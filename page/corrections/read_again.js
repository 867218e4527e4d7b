// What both dialogs do once something was written: wait until it is read, and tell the page.
import { post } from "../html/server.js";
import { look } from "../drawer/status.js";
import { show } from "../frame/layers.js";

const ELSEWHERE = ["#reader .page", "#articles .lead", "#question textarea"]; // where the focus goes with no button

// Waits for a refresh; returns why it could not read what was written, or nothing.
export async function readAgain(run) {
  look();
  for (;;) {
    const { ok, words } = await post("/read-again", { run });
    if (!ok) return words;
    const { reading, reason } = JSON.parse(words);
    if (reading) continue;
    look();
    return reason;
  }
}

// Tells every view that shows the article.
export const tell = (article) =>
  document.dispatchEvent(new CustomEvent("dateline:corrected", { detail: { article } }));

// A dialog in the page: it gives the focus back to the button that opened it, or to the one that stands in its place
// by then.
export function place(dialog, kind) {
  document.body.append(dialog);
  dialog.querySelector(".no").onclick = () => dialog.close();
  dialog.addEventListener("close", () => {
    const same = document.querySelectorAll(`button.${kind}[data-article="${CSS.escape(dialog.dataset.article)}"]`);
    const others = ELSEWHERE.map((where) => document.querySelector(where));
    [...same, ...others].find((one) => one?.checkVisibility())?.focus();
  });
}

// Opens it for an article, with nothing of the one before.
export function open(dialog, article) {
  dialog.dataset.article = article;
  for (const told of dialog.querySelectorAll(".state, .error")) told.textContent = "";
  show(dialog);
}
