// The dialog in which it is asked once whether an article is to be taken out, and in which it can be put back.
import { drawn, made, say } from "../html/document.js";
import { post } from "../html/server.js";
import { open, place, readAgain, tell } from "./read_again.js";

let dialog = null;
const part = (selector) => dialog.querySelector(selector);
const isShown = (article) => dialog.open && dialog.dataset.article === article;

function offer(words, no, yes, work) {
  part("#take-out-words").textContent = words;
  part(".no").textContent = no;
  part(".yes").textContent = yes;
  part(".yes").hidden = !yes;
  part(".yes").disabled = false;
  part(".yes").onclick = work;
}

async function ask(article) {
  offer("", "Leave it", "Take out", () => takeOut(article));
  part(".yes").disabled = true;
  const { ok, words } = await post("/take-out", { article });
  if (!isShown(article)) return;
  part(".yes").disabled = !ok;
  if (ok) part("#take-out-words").textContent = JSON.parse(words).question;
  else part(".failed").textContent = words;
}

async function act(article, address, data) {
  part(".failed").textContent = "";
  part(".yes").disabled = true;
  const { ok, words } = await post(address, data);
  if (ok) return JSON.parse(words);
  if (isShown(article)) {
    part(".failed").textContent = words;
    part(".yes").disabled = false;
  }
  return null;
}

async function takeOut(article) {
  const done = await act(article, "/take-out", { article, sure: true });
  if (!done) return;
  offer(done.words, "Done", "Put back", () => putBack(article, done.taken));
  part(".no").focus();
  await follow(article, done.run, "It answers no more.");
}

async function putBack(article, taken) {
  const done = await act(article, "/put-back", taken);
  if (!done) return;
  offer(`${taken.source} is back in its place.`, "Done", "", null);
  part(".no").focus();
  await follow(article, done.run, "It answers again.");
}

// Says when the index that answers knows; of the last that was done only.
async function follow(article, run, words) {
  dialog.dataset.run = run;
  part(".state").textContent = "The articles are being read again …";
  const reason = await readAgain(run);
  if (!reason) tell(article);
  if (dialog.dataset.run !== String(run)) return;
  if (!isShown(article)) return say(reason || words);
  part(".state").textContent = reason ? "" : words;
  part(".failed").textContent = reason;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.take-out[data-article]");
  if (!button) return;
  open(dialog, button.dataset.article);
  ask(button.dataset.article);
});

drawn(() => {
  dialog = made("take-out");
  place(dialog, "take-out");
});
