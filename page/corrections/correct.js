// The dialog in which outlet, day, headline and authors of an article are corrected.
import { drawn, made, say } from "../html/document.js";
import { post } from "../html/server.js";
import { open, place, readAgain, tell } from "./read_again.js";

let dialog = null;
const part = (selector) => dialog.querySelector(selector);
const inputs = () => [...dialog.querySelectorAll("input")];
const isShown = (article) => dialog.open && dialog.dataset.article === article;

function wait(words) {
  part(".state").textContent = words;
  if (words) part(".no").focus(); // what is disabled loses the focus to nobody
  part("fieldset").disabled = part(".yes").disabled = Boolean(words);
}

function fail(words) {
  wait("");
  part(".failed").textContent = words;
}

async function fill(article) {
  part(".source").textContent = "";
  for (const element of dialog.querySelectorAll(".field .note")) element.textContent = "";
  for (const input of inputs()) input.value = "";
  part(".no").textContent = "Cancel";
  wait("Reading what the file says …");
  const { ok, words } = await post("/correction", { article });
  if (!isShown(article)) return;
  if (!ok) {
    fail(words);
    part(".yes").disabled = true;
    return;
  }
  const { source, fields, outlets } = JSON.parse(words);
  part(".source").textContent = source;
  for (const { name, value, note } of fields) {
    part(`#correct-${name}`).value = value;
    part(`#correct-${name}-note`).textContent = note;
  }
  part("#correct-outlets").replaceChildren(...outlets.map((value) => Object.assign(document.createElement("option"), { value })));
  wait("");
  inputs()[0].focus();
}

function refuse(reasons) {
  wait("");
  for (const input of inputs()) {
    part(`#${input.id}-error`).textContent = reasons[input.name] ?? "";
    if (input.name in reasons) input.setAttribute("aria-invalid", "true");
  }
  inputs().find((input) => input.name in reasons).focus();
}

async function save() {
  const article = dialog.dataset.article;
  const typed = Object.fromEntries(inputs().map((input) => [input.name, input.value]));
  part(".failed").textContent = "";
  refuseNothing();
  wait("Being written …");
  const { ok, words } = await post("/correct", { article, ...typed });
  if (!ok) return isShown(article) && fail(words);
  const { reasons, changed, run } = JSON.parse(words);
  if (reasons) return isShown(article) && refuse(reasons);
  if (!changed.length) return finish(article, "Nothing was changed.");
  await follow(article, run);
}

// Says when the index that answers knows what was written.
async function follow(article, run) {
  if (isShown(article)) {
    wait("Written to corpus.toml. The article is being read again …");
    part(".no").textContent = "Close";
  }
  const reason = await readAgain(run);
  if (!reason) {
    tell(article);
    return finish(article, "Corrected.");
  }
  if (isShown(article)) fail(`Written to corpus.toml, but not read yet: ${reason}`);
  else say(`A correction was written to corpus.toml, but not read yet: ${reason}`);
}

function refuseNothing() {
  for (const error of dialog.querySelectorAll(".field .error")) error.textContent = "";
  for (const input of inputs()) input.removeAttribute("aria-invalid");
}

function finish(article, words) {
  if (isShown(article)) dialog.close();
  say(words);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.correct[data-article]");
  if (!button) return;
  open(dialog, button.dataset.article);
  refuseNothing();
  fill(button.dataset.article);
});

drawn(() => {
  dialog = made("correct");
  place(dialog, "correct");
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
});
