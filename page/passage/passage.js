// What can be done with one passage: more of the article around it, copy it, say whether it answers.
import { earlier } from "../chat/turns.js";
import { copy, copyQuote } from "../html/clipboard.js";
import { parseOne, say } from "../html/document.js";
import { post } from "../html/server.js";
import { markedOf, wordsOf } from "./words.js";

const LEFT_OUT = " […] "; // between two sentences of one passage

async function grow(card, button) {
  let quote = card.querySelector("blockquote");
  if (quote.querySelector(".around") && !quote.matches(".unfolded")) quote.classList.add("unfolded");
  else {
    const response = await fetch(quote.dataset.more).catch(() => null);
    if (!response?.ok) return say("Not there any more", button);
    quote.replaceWith(parseOne(await response.text()));
    quote = card.querySelector("blockquote");
  }
  button.hidden = !quote.dataset.more;
  say("The quotation shows more of the article.");
  if (button.hidden) card.querySelector("a.cite").focus();
}

async function judge(card, button) {
  const turn = card.closest(".turn");
  const withdrawn = button.getAttribute("aria-pressed") === "true";
  const { ok, words } = await post("/feedback", {
    turn: JSON.parse(turn.dataset.kept),
    earlier: earlier(turn),
    rank: Number(card.dataset.rank),
    verdict: withdrawn ? "withdrawn" : button.dataset.verdict,
  });
  if (!ok) return say(`Not kept: ${words}`, button);
  card.querySelectorAll("[data-verdict]").forEach((one) => one.setAttribute("aria-pressed", one === button && !withdrawn));
  say(withdrawn ? "Taken back." : "Kept as a test case.");
}

async function copyFrom(card, button) {
  const quote = card.querySelector("blockquote");
  if (button.matches(".address")) await copy(card.querySelector("a.cite").href);
  else await copyQuote(button.matches(".copy") ? markedOf(quote).join(LEFT_OUT) : wordsOf(quote), card.dataset.source);
  say("Copied", button);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#log .psg .tools button");
  if (!button) return;
  const card = button.closest(".psg");
  if (button.matches(".more")) grow(card, button);
  else if (button.dataset.verdict) judge(card, button);
  else if (button.matches(".copy, .copy-passage, .address")) copyFrom(card, button);
});
