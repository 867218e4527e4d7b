// Saved searches: they belong to the collection, so the server keeps them and status.js tells what is new to them.
import { open as openTurn } from "../chat/chat.js";
import { earlier } from "../chat/turns.js";
import { look } from "../drawer/status.js";
import { parse, say } from "../html/document.js";
import { post } from "../html/server.js";
import { closeReader } from "../reader/reader.js";

let told = null; // the list as it is, in HTML

const place = () => document.querySelector("#searches");
const idOf = (element) => element.closest("[data-search]").dataset.search;
const nameOf = (element) => element.closest("[data-search]").querySelector(".title").textContent;

// Puts the list in its place, unless somebody is writing a name in it; what has the focus keeps it.
function list(html) {
  const changed = html !== told;
  told = html;
  if (!changed || place().querySelector("input")) return;
  const focused = place().contains(document.activeElement) ? document.activeElement : null;
  const wanted = focused && [idOf(focused), focused.className];
  place().replaceChildren(...parse(html).children);
  if (!wanted) return;
  const item = [...place().children].find((one) => one.dataset.search === wanted[0]);
  (item ? item.getElementsByClassName(wanted[1])[0] : place().querySelector("button"))?.focus();
}

function redraw() {
  const html = told;
  told = null;
  list(html);
}

async function save(turn, button) {
  button.disabled = true;
  const { ok, words } = await post("/searches/save", { turn: JSON.parse(turn.dataset.kept), earlier: earlier(turn) });
  button.disabled = false;
  if (!ok) return say(`Not saved: ${words}`, button);
  const { name, isNew } = JSON.parse(words);
  say(isNew ? "Saved" : `Saved before, as “${name}”`, button);
  look();
}

async function open(id, name) {
  closeReader();
  const turn = await openTurn(name, "/searches/open", { search: id });
  if (!turn?.dataset.kept) return;
  const { generation } = JSON.parse(turn.dataset.kept);
  await post("/searches/seen", { search: id, generation });
  look();
}

function rename(item) {
  const title = item.querySelector(".title");
  const field = Object.assign(document.createElement("input"), { value: title.textContent, maxLength: 200 });
  field.setAttribute("aria-label", `New name of “${title.textContent}”`);
  item.querySelector(".open-search").hidden = true;
  item.prepend(field);
  field.focus();
  field.select();
  const end = async (isWanted) => {
    field.onblur = null;
    const name = field.value.trim();
    const isOther = isWanted && name && name !== title.textContent;
    if (isOther) title.textContent = name;
    field.remove();
    item.querySelector(".open-search").hidden = false;
    item.querySelector(".rename").focus();
    if (!isOther) return redraw();
    const { ok, words } = await post("/searches/rename", { search: idOf(item), name });
    say(ok ? `Renamed to “${name}”.` : `Not renamed: ${words}`);
    if (ok) look();
    else redraw();
  };
  field.onblur = () => end(true);
  field.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === "Enter");
  };
}

// What is deleted is gone, so it takes two clicks.
async function forget(button) {
  if (button.textContent === "×") {
    button.textContent = "Delete?";
    say("Press again to delete it.");
    button.onblur = () => (button.textContent = "×");
    return;
  }
  const name = nameOf(button);
  const { ok, words } = await post("/searches/delete", { search: idOf(button) });
  say(ok ? `The saved search “${name}” was deleted.` : `Not deleted: ${words}`);
  look();
}

document.addEventListener("dateline:searches", ({ detail }) => list(detail));
document.addEventListener("click", (event) => {
  const button = event.target.closest("#searches button, #log .save-search");
  if (!button) return;
  if (button.matches(".save-search")) save(button.closest(".turn"), button);
  else if (button.matches(".open-search")) open(idOf(button), nameOf(button));
  else if (button.matches(".rename")) rename(button.closest("li"));
  else if (button.matches(".forget")) forget(button);
});
