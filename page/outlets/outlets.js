// The two views of an answer: its passages, and what each outlet says. The second is fetched when it is first opened.
import { asked, earlier } from "../chat/turns.js";
import { save } from "../conversations/export.js";
import { parseOne, say } from "../html/document.js";
import { post } from "../html/server.js";

const data = (turn) => ({ turn: JSON.parse(turn.dataset.kept), earlier: earlier(turn) });

async function show(turn, button) {
  const wanted = button.dataset.view;
  let view = turn.querySelector(".outlets");
  if (wanted === "outlets" && !view) {
    button.disabled = true;
    const { ok, words } = await post("/outlets", data(turn));
    button.disabled = false;
    if (!ok) return say(`Not compared: ${words}`, button);
    view = parseOne(words);
    turn.querySelector(".answer").after(view);
  }
  turn.querySelector(".answer").hidden = wanted === "outlets";
  if (view) view.hidden = wanted !== "outlets";
  turn.querySelectorAll(".view button").forEach((one) => one.setAttribute("aria-pressed", one === button));
  button.focus();
  say(wanted === "outlets" ? view.querySelector(".lead").textContent : "The passages of the answer.");
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#log .view button, #log .outlets .save button");
  if (!button) return;
  const turn = button.closest(".turn");
  if (button.dataset.view) show(turn, button);
  else save("/outlets", data(turn), button, asked(turn));
});
