// What is pinned: the fact sheet as the server keeps it, the same in every tab. Whoever shows it hears `dateline:pins`.
import { corpus, drawn, parseOne, say } from "../html/document.js";
import { insist, post } from "../html/server.js";

const others = new BroadcastChannel(`dateline:sheet:${corpus}`); // the other tabs of this browser
let facts = null; // the sheet as the server drew it; null until it is there
let names = new Map(); // by article and words
let pending = Promise.resolve();

const squashed = (words) => words.split(/\s+/).filter(Boolean).join(" ");
const keyOf = (article, words) => `${article}\n${squashed(words)}`;

export const sheet = () => facts;
export const pinned = (article, words) => names.get(keyOf(article, words));

// Changes the sheet; changes go one after another. Resolves to whether it was changed. What is written into a field
// stands there already, and nothing is drawn anew for it.
export function change(edit, button) {
  const isWritten = edit.does === "note" || edit.does === "title";
  pending = pending.then(async () => {
    const { ok, words } = await post("/sheet", { edit });
    if (!ok) say(words, button);
    else {
      take(words, { isWritten });
      others.postMessage("changed");
    }
    return ok;
  });
  return pending;
}

// What was changed before is kept.
export const settled = () => pending;

function take(html, detail = {}) {
  facts = parseOne(html);
  const items = [...facts.querySelectorAll("[data-pin]")];
  const quoted = items.filter((item) => item.querySelector("blockquote"));
  names = new Map(quoted.map((item) => [keyOf(item.dataset.article, textOf(item)), item.dataset.pin]));
  const count = document.querySelector("#views [data-view=sheet] .count");
  if (count) count.textContent = items.length ? ` (${items.length})` : "";
  document.dispatchEvent(new CustomEvent("dateline:pins", { detail }));
}

function textOf(item) {
  const clone = item.querySelector("blockquote").cloneNode(true);
  clone.querySelectorAll("br").forEach((br) => br.replaceWith("\n"));
  return clone.textContent;
}

// Asks for the sheet as it is now; somebody else may have changed it.
export async function refresh() {
  const got = await insist("/sheet", {}, () => true);
  if (got.ok) take(got.words);
  else document.dispatchEvent(new CustomEvent("dateline:pins", { detail: { failed: got.words } }));
}

others.addEventListener("message", refresh);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
document.addEventListener("dateline:view", ({ detail }) => detail.view === "sheet" && refresh());
drawn(refresh);
