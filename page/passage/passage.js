// What can be done with one passage: more of the article around it, copy it, say whether it answers.
import { earlier } from "../chat/turns.js";
import { parseOne, say } from "../html/document.js";
import { post } from "../html/server.js";

// The exact words of a quotation: the styles keep every space, a <br> is a line break.
function wordsOf(quote) {
  const clone = quote.cloneNode(true);
  if (!quote.matches(".unfolded")) clone.querySelectorAll(".around").forEach((folded) => folded.remove());
  clone.querySelectorAll("br").forEach((br) => br.replaceWith("\n"));
  return clone.textContent.trim();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page that was not opened on this machine and not over https may not use the clipboard the new way.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

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

document.addEventListener("click", async (event) => {
  const button = event.target.closest("#log .psg .tools button");
  if (!button) return;
  const card = button.closest(".psg");
  if (button.matches(".more")) await grow(card, button);
  else if (button.dataset.verdict) await judge(card, button);
  else {
    const quoted = `${wordsOf(card.querySelector("blockquote"))}\n\n${card.dataset.source}\n`;
    await copy(button.matches(".copy") ? quoted : card.querySelector("a.cite").href);
    say("Copied", button);
  }
});
