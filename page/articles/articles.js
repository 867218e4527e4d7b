// The articles of the collection: found by words, narrowed by their counts, in an order, a hundred at a time. All of
// that stands in the address, and nowhere else.
import { address, goTo } from "../frame/views.js";
import { made, opensElsewhere, parseOne, say } from "../html/document.js";
import { insist, post } from "../html/server.js";

const MOST = 500; // rows that are fetched at once
const phone = matchMedia("(max-width: 767px)");

let shown = null; // what the table shows, as posted
let latest = 0; // number of the last attempt to show another
let focus = null; // what gets the focus once the table is there

const place = (part) => document.querySelector(`#articles ${part}`);
const rowsShown = () => document.querySelectorAll("#articles .all tbody tr:not(.forms)").length;

function wanted() {
  const params = address();
  const one = (name) => params.get(name) ?? "";
  const named = Object.fromEntries(["words", "since", "until", "order", "doubt"].map((name) => [name, one(name)]));
  return { ...named, outlets: params.getAll("outlet") };
}

function tell(words, isError = false) {
  const line = Object.assign(document.createElement("p"), { className: isError ? "error" : "busy", textContent: words });
  const all = Object.assign(document.createElement("a"), { className: "go", href: "/?view=articles", textContent: "Show all articles" });
  place(".list").replaceChildren(line, ...(isError ? [all] : []));
  shown = null;
  say(words);
}

async function load(rows) {
  const asked = wanted();
  const number = ++latest;
  if (!place(".all")) tell("Looking through the articles …");
  place(".list").setAttribute("aria-busy", "true");
  const isWanted = () => number === latest;
  const answer = await insist("/articles", { ...asked, ...(rows && { rows }) }, isWanted, (words) => tell(words));
  if (!answer) return;
  place(".list").removeAttribute("aria-busy");
  if (!answer.ok) return tell(answer.words, true);
  const isOther = JSON.stringify(asked) !== JSON.stringify(shown);
  shown = asked;
  draw(parseOne(answer.words), isOther);
  const unread = await post("/articles/unread", {});
  if (unread.ok && isWanted()) place(".not-read").replaceChildren(parseOne(unread.words));
}

function draw(found, isOther) {
  const held = document.activeElement.closest("#articles button[data-article]"); // its row may be another, or gone
  if (held) focus ??= `.${held.className}[data-article="${CSS.escape(held.dataset.article)}"]`;
  if (phone.matches) found.querySelectorAll(".narrow").forEach((fold) => (fold.open = false));
  place(".list").replaceChildren(found);
  if (isOther) document.querySelector("#articles-view").scrollTop = 0;
  giveFocus();
  if (isOther) say(place(".lead").textContent);
}

function giveFocus() {
  if (focus) (place(focus) ?? place(".lead"))?.focus({ preventScroll: true });
  focus = null;
}

async function showMore(button) {
  button.disabled = true;
  const { ok, words } = await post("/articles", { ...shown, start: Number(button.dataset.start) });
  button.disabled = false;
  if (!ok) return say(`Not shown: ${words}`, button);
  if (!button.isConnected) return; // another table is there meanwhile
  const more = parseOne(words);
  const rows = [...more.querySelectorAll(".all tbody tr")];
  place(".all tbody").append(...rows);
  place(".foot").replaceWith(more.querySelector(".foot"));
  rows.flatMap((row) => [...row.querySelectorAll("a.cite")])[0]?.focus();
  say(place(".shown")?.textContent ?? "All articles are shown.");
}

document.addEventListener("click", (event) => {
  const more = event.target.closest("#articles .more-rows");
  if (more) return showMore(more);
  const to = event.target.closest("#articles .go");
  if (!to || opensElsewhere(event)) return;
  event.preventDefault();
  focus = to.dataset.column ? `.go[data-column="${to.dataset.column}"]` : ".lead";
  goTo(new URL(to.href ?? to.dataset.to, location.href).searchParams);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("#articles .finding")) return;
  event.preventDefault();
  const params = address();
  const words = event.target.elements.words.value.trim();
  if (words) params.set("words", words);
  else params.delete("words");
  goTo(params);
});

document.addEventListener("dateline:view", ({ detail }) => {
  if (detail.view !== "articles") return;
  if (!place(".list")) document.querySelector("#articles").append(made("articles"));
  place("input").value = detail.params.get("words") ?? "";
  if (JSON.stringify(wanted()) !== JSON.stringify(shown)) load();
});

document.addEventListener("dateline:days", ({ target, detail }) => {
  if (!target.closest("#articles")) return;
  const params = address();
  params.set("since", detail.since);
  params.set("until", detail.until);
  focus = ".lead";
  goTo(params);
});

// The articles are others now: the same rows are shown again, or will be when somebody looks.
function renew() {
  if (document.body.dataset.view === "articles") load(Math.min(Math.max(rowsShown(), 1), MOST));
  else shown = null;
}

for (const event of ["dateline:corrected", "dateline:refreshed"]) document.addEventListener(event, renew);
