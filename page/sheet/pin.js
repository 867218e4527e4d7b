// Pins sentences: those that an answer brings out, any other one of a passage, and what is selected in the reader.
import { drawn, parseOne, say } from "../html/document.js";
import { markedOf, wordsOf } from "../passage/words.js";
import { change, pinned } from "./pins.js";

const CARDS = "#log .psg, #log .listed, #log .outlets .groups li li, #log .outlets .row";

const articleOf = (link) => decodeURIComponent(new URL(link.href).pathname.slice("/article/".length));
const spanOf = (quote) => quote.dataset.at.split("-").map(Number);

function wanted(card) {
  const quote = card.querySelector("blockquote");
  // In a passage the sentences are marked, elsewhere words of the one sentence that is shown.
  const words = card.matches(".psg") ? markedOf(quote) : [wordsOf(quote)];
  return { article: articleOf(card.querySelector("a.cite")), words, near: spanOf(quote)[0] };
}

async function toggle({ article, words, near }, button, turn) {
  const names = words.map((one) => pinned(article, one));
  const isOn = names.every(Boolean);
  const edits = isOn
    ? names.map((pin) => ({ does: "unpin", pin }))
    : words.map((one) => ({ does: "pin", article_id: article, words: one, near, ...found(turn) }));
  button.disabled = true;
  const done = (await Promise.all(edits.map((edit) => change(edit, button)))).every(Boolean);
  button.disabled = false;
  button.focus({ preventScroll: true });
  if (done) say(isOn ? "Taken from the fact sheet." : "Pinned to the fact sheet.");
}

const found = (turn) => (turn?.dataset.kept ? { turn: JSON.parse(turn.dataset.kept) } : {});

async function choose(card, button) {
  const open = card.querySelector(".sentences");
  button.setAttribute("aria-expanded", !open);
  if (open) return open.remove();
  const quote = card.querySelector("blockquote");
  const { article } = wanted(card);
  const address = `/sentences/${encodeURIComponent(article)}?at=${spanOf(quote).slice(0, 2).join("-")}`;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return say("Not there any more", button);
  if (card.querySelector(".sentences")) return;
  const list = parseOne(await response.text());
  button.closest(".tools").after(list);
  list.querySelector("button")?.focus();
}

function pinOne(card, button) {
  const { article } = wanted(card);
  toggle({ article, words: [wordsOf(button)], near: Number(button.dataset.near) }, button, card.closest(".turn"));
}

// In the reader: what is selected, or the sentence that is marked.
function fromReader(button) {
  const reader = button.closest("#reader");
  const story = reader.querySelector(".story .text");
  const words = story && (selected(story) ?? brought(story));
  if (!words) return say("Select words first", button);
  change({ does: "pin", article_id: articleOf(reader.querySelector(".whole")), ...words }, button).then(
    (done) => done && say("Pinned", button),
  );
}

function selected(story) {
  const selection = getSelection();
  if (!selection.toString().trim() || !story.contains(selection.getRangeAt(0).commonAncestorContainer)) return null;
  const range = selection.getRangeAt(0);
  return { words: selection.toString(), near: before(story, range.startContainer, range.startOffset) };
}

function brought(story) {
  const marks = story.querySelectorAll("mark.cited");
  const first = [...marks].find((one) => one.matches(".found")) ?? marks[0];
  return first ? { words: first.textContent, near: before(story, first, 0) } : null;
}

// About how many characters stand before a place.
function before(story, node, offset) {
  const range = document.createRange();
  range.setStart(story, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

// Shows which sentences are pinned.
function mark(within) {
  const cards = [...within.querySelectorAll(CARDS), within.closest(CARDS)];
  for (const card of cards.filter(Boolean)) {
    const { article, words } = wanted(card);
    const button = card.querySelector(".tools .pin");
    if (button) press(button, words.every((one) => Boolean(pinned(article, one))));
    for (const other of card.querySelectorAll(".pin-one"))
      other.setAttribute("aria-pressed", Boolean(pinned(article, wordsOf(other))));
  }
}

function press(button, isOn) {
  button.setAttribute("aria-pressed", isOn);
  button.textContent = isOn ? button.dataset.on : button.dataset.off;
  delete button.dataset.words;
}

const added = (changes) => changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.localName);

drawn(() => {
  const log = document.querySelector("#log");
  new MutationObserver((changes) => added(changes).forEach(mark)).observe(log, { childList: true, subtree: true });
  document.addEventListener("dateline:pins", () => mark(log));
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const card = button?.closest(CARDS);
  if (button?.matches("#reader .bar .pin")) fromReader(button);
  else if (!card) return;
  else if (button.matches(".pin")) toggle(wanted(card), button, card.closest(".turn"));
  else if (button.matches(".pin-other")) choose(card, button);
  else if (button.matches(".pin-one")) pinOne(card, button);
});
