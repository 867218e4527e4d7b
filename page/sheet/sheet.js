// The view of the fact sheet: its facts in their order, a note each, and the forms in which it is handed on.
import { copy } from "../html/clipboard.js";
import { drawn, say } from "../html/document.js";
import { post } from "../html/server.js";
import { change, settled, sheet } from "./pins.js";

const ENDINGS = { markdown: "md", html: "html", word: "docx", csv: "csv", csl: "json", bibtex: "bib", ris: "ris" };
const WRITTEN = 600; // milliseconds without a key before what was written is kept

const view = () => document.querySelector("#sheet");
const at = (selector) => view().querySelector(selector);
const style = () => ({ style: at("#sheet-style").value });

function draw(failed) {
  const state = at(".state");
  state.textContent = failed ?? "";
  state.classList.toggle("error", Boolean(failed));
  if (!sheet()) return;
  const focus = focused();
  const facts = sheet().cloneNode(true);
  for (const item of facts.querySelectorAll("[data-pin]")) item.querySelector(".tools").before(note(item.dataset.note));
  at(".list").replaceChildren(facts);
  at(".hand-on").hidden = sheet().dataset.count === "0";
  const title = at("#sheet-title");
  if (document.activeElement !== title) title.value = sheet().dataset.title;
  focus();
}

function note(words) {
  const made = at("#sheet-note-template").content.firstElementChild.cloneNode(true);
  made.querySelector("textarea").value = words;
  return made;
}

// What has the focus, and what is being written there, outlives a drawing: somebody else may have changed the sheet.
function focused() {
  const element = document.activeElement;
  const item = element?.closest("#sheet [data-pin]");
  if (!item) return () => {};
  const { value, selectionStart, selectionEnd } = element;
  const which = element.matches("textarea") ? "textarea" : `.${element.className}`;
  return () => {
    const same = at(`[data-pin="${item.dataset.pin}"]`);
    const other = same?.querySelector(which);
    if (other?.matches("textarea")) {
      other.value = value;
      other.setSelectionRange(selectionStart, selectionEnd);
    }
    (other?.disabled ? same.querySelector("button:enabled") : (other ?? at("#sheet-title"))).focus();
  };
}

function keep(field) {
  clearTimeout(field.timer);
  const pin = field.closest("[data-pin]")?.dataset.pin;
  change(pin ? { does: "note", pin, note: field.value } : { does: "title", title: field.value });
}

async function handOn(form) {
  [...view().querySelectorAll("textarea, #sheet-title")].filter((field) => field.timer).forEach(keep);
  await settled();
  return post(`/sheet/${form}`, style());
}

async function save(button) {
  const form = button.dataset.form;
  const { ok, words, response } = await handOn(form);
  if (!ok) return say(words, button);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  const name = at("#sheet-title").value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
  link.download = `${name || "fact-sheet"}.${ENDINGS[form]}`;
  link.click();
  URL.revokeObjectURL(link.href);
  say("Saved", button);
}

async function copied(button) {
  const isSheet = button.dataset.copy === "part";
  const text = await handOn(isSheet ? "markdown" : "sources");
  const html = isSheet && text.ok ? await handOn("part") : { ok: true, words: "" };
  if (!text.ok || !html.ok) return say(text.ok ? html.words : text.words, button);
  await copy(text.words, html.words);
  say("Copied", button);
}

function act(button) {
  const item = button.closest("[data-pin]");
  const pin = item?.dataset.pin;
  if (button.dataset.form) save(button);
  else if (button.dataset.copy) copied(button);
  else if (button.matches(".up, .down"))
    change({ does: "move", pin, by: button.matches(".up") ? -1 : 1 }).then((done) => done && place(pin));
  else if (button.matches(".unpin")) remove(button, item);
}

function place(pin) {
  const items = [...view().querySelectorAll("[data-pin]")];
  say(`Fact ${items.findIndex((item) => item.dataset.pin === pin) + 1} of ${items.length}.`);
}

// A note goes with its fact, so that takes two clicks.
function remove(button, item) {
  if (item.querySelector("textarea").value.trim() && button.textContent === "Remove") {
    button.textContent = "Remove it and its note?";
    say("Press again to remove it and its note.");
    button.onblur = () => (button.textContent = "Remove");
    return;
  }
  const next = (item.nextElementSibling ?? item.previousElementSibling)?.dataset.pin;
  change({ does: "unpin", pin: item.dataset.pin }).then((done) => {
    if (!done) return;
    (next ? at(`[data-pin="${next}"] .unpin`) : at("#sheet-title")).focus();
    say("Removed from the fact sheet.");
  });
}

drawn(() => {
  document.addEventListener("dateline:pins", ({ detail }) => detail.isWritten || draw(detail.failed));
  view().addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) act(button);
  });
  for (const [event, wait] of [["input", WRITTEN], ["change", 0]])
    view().addEventListener(event, ({ target }) => {
      if (!target.matches("textarea, #sheet-title")) return;
      clearTimeout(target.timer);
      target.timer = setTimeout(() => {
        target.timer = 0;
        keep(target);
      }, wait);
    });
});
