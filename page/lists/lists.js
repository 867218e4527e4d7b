// A list of articles: its further rows are fetched when they are asked for, and all of it can be saved.
import { asked } from "../chat/turns.js";
import { save } from "../conversations/export.js";
import { parseOne, say } from "../html/document.js";
import { post } from "../html/server.js";

const kept = (turn) => JSON.parse(turn.dataset.kept);

async function showMore(turn, button) {
  button.disabled = true;
  const { ok, words } = await post("/list", { turn: kept(turn), start: Number(button.dataset.start) });
  button.disabled = false;
  if (!ok) return say(`Not shown: ${words}`, button);
  const more = parseOne(words);
  const rows = [...more.querySelectorAll(".rows > li")];
  turn.querySelector(".listing:not(.news) .rows").append(...rows);
  turn.querySelector(".listing .foot").replaceWith(more.querySelector(".foot"));
  rows.flatMap((row) => [...row.querySelectorAll("a.cite")])[0]?.focus();
  say(turn.querySelector(".listing .shown")?.textContent ?? "All articles are shown.");
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#log .listing .foot button");
  if (!button) return;
  const turn = button.closest(".turn");
  if (button.matches(".more-rows")) showMore(turn, button);
  else save("/list", { turn: kept(turn) }, button, asked(turn));
});
