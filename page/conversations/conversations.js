// What this browser keeps of conversations: questions and places of quotations, no text of any article. Tells the
// document with a `dateline:conversation` that another one is shown.
import { write } from "../chat/question.js";
import { bringUp, savedOf, log, stopEditing, turns } from "../chat/turns.js";
import { clearFilters } from "../frame/filters.js";
import { corpus, drawn, made, parse, say } from "../html/document.js";
import { insist } from "../html/server.js";
import { closeReader } from "../reader/reader.js";

const MOST = 100; // conversations kept
const PREFIX = `dateline:1:${corpus}:`;

export const current = () => sessionStorage.getItem(PREFIX);

// What is asked next belongs to no conversation that is kept.
export const leave = () => sessionStorage.removeItem(PREFIX);

function stored() {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }))
    .toSorted((one, other) => other.at - one.at);
}

function save() {
  if (!current()) sessionStorage.setItem(PREFIX, `${PREFIX}${Date.now()}-${Math.random().toString(36).slice(2, 8)}`);
  const conversation = { at: Date.now(), turns: savedOf(turns()) };
  if (conversation.turns.length) keep(current(), JSON.stringify(conversation));
  else localStorage.removeItem(current());
  list();
}

function keep(key, text) {
  const oldest = () => stored().findLast((one) => one.key !== key);
  if (stored().length >= MOST && oldest()) localStorage.removeItem(oldest().key);
  for (;;) {
    try {
      return localStorage.setItem(key, text);
    } catch {
      if (!oldest()) return say("This browser keeps no more conversations.");
      localStorage.removeItem(oldest().key); // its room is used up: the oldest makes way
    }
  }
}

export const isKept = (key) => Boolean(key && localStorage.getItem(key));

export async function open(key) {
  const held = JSON.parse(localStorage.getItem(key) ?? '{"turns": []}').turns;
  closeReader();
  stopEditing();
  sessionStorage.setItem(PREFIX, key);
  const got = await insist("/turns", { turns: held }, () => current() === key);
  if (!got) return; // another one was opened meanwhile
  if (!got.ok) return say(got.words);
  log().replaceChildren(...parse(got.words).children);
  if (turns().length) bringUp(turns().at(-1));
  list();
  document.dispatchEvent(new Event("dateline:conversation"));
}

// Begins a new conversation; the one that was shown stays kept.
export function close() {
  closeReader();
  stopEditing();
  leave();
  log().replaceChildren();
  write("");
  list();
  document.dispatchEvent(new Event("dateline:conversation"));
}

// Shows the turns of another conversation and keeps it from now on.
export function take(html) {
  closeReader();
  stopEditing();
  sessionStorage.removeItem(PREFIX);
  log().replaceChildren(...parse(html).children);
  bringUp(turns().at(-1));
  save();
  document.dispatchEvent(new Event("dateline:conversation"));
}

function forget(key) {
  localStorage.removeItem(key);
  if (key === current()) close();
  else list();
  say("The conversation was deleted.");
}

function list() {
  document.querySelector("#export").hidden = !turns().some((turn) => turn.dataset.kept);
  document.querySelector("#conversations").replaceChildren(...stored().map(listed));
}

function listed({ key, at, turns: held }) {
  const item = made("conversation");
  const [opener, forgetter] = item.children;
  const title = held[0].question.asked;
  const questions = held.length === 1 ? "1 question" : `${held.length} questions`;
  const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  opener.querySelector(".title").textContent = title;
  opener.querySelector(".when").textContent = `${questions}, ${when}`;
  opener.setAttribute("aria-current", key === current());
  opener.onclick = () => open(key);
  forgetter.setAttribute("aria-label", `Delete the conversation “${title}”`);
  // What is deleted is gone, so it takes two clicks, and not two on the same spot of a list that moves.
  forgetter.onclick = () => {
    if (forgetter.textContent !== "×") return forget(key);
    forgetter.textContent = "Delete?";
    say("Press again to delete it.");
    forgetter.onblur = () => (forgetter.textContent = "×");
  };
  return item;
}

document.addEventListener("dateline:turns", save);
document.addEventListener("click", (event) => {
  if (!event.target.closest("#new-chat")) return;
  close();
  clearFilters();
});

drawn(list);
