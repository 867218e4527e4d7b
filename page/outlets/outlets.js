// The views of an answer: its passages, what each outlet says, its timeline. The others are fetched when first opened.
import { asked, earlier, log } from "../chat/turns.js";
import { save } from "../conversations/export.js";
import { drawn, parseOne, say } from "../html/document.js";
import { post } from "../html/server.js";

const data = (turn) => ({ turn: JSON.parse(turn.dataset.kept), earlier: earlier(turn) });

async function show(turn, button, isAsked = true) {
  const wanted = button.dataset.view;
  const views = () => turn.querySelectorAll(":scope > :is(.answer, .outlets, .timeline)");
  const isWanted = (view) => view.classList.contains(wanted === "passages" ? "answer" : wanted);
  if (![...views()].some(isWanted)) {
    button.disabled = true;
    const { ok, words } = await post(`/${wanted}`, data(turn));
    button.disabled = false;
    if (!ok) return say(`Not shown: ${words}`, button);
    [...views()].at(-1).after(parseOne(words));
  }
  views().forEach((view) => (view.hidden = !isWanted(view)));
  turn.querySelectorAll(".view button").forEach((one) => one.setAttribute("aria-pressed", one === button));
  if (!isAsked) return;
  button.focus();
  say(wanted === "passages" ? "The passages of the answer." : [...views()].find(isWanted).querySelector(".lead").textContent);
}

async function showLater(turn, button) {
  button.disabled = true;
  const { ok, words } = await post("/timeline", { ...data(turn), start: Number(button.dataset.start) });
  button.disabled = false;
  if (!ok) return say(`Not shown: ${words}`, button);
  const shown = turn.querySelector(".timeline");
  const more = parseOne(words);
  const days = [...more.querySelectorAll(".day")];
  shown.querySelector(".line").append(...days);
  shown.querySelector(".lead").replaceWith(more.querySelector(".lead"));
  button.closest(".foot").replaceWith(...more.querySelectorAll(".foot"));
  days[0]?.querySelector("a.cite").focus();
  say(shown.querySelector(".lead").textContent);
}

// A question may ask for another view than the first: that of a timeline.
function open() {
  for (const view of log().querySelectorAll(".view[data-opens]")) {
    const button = view.querySelector(`[data-view=${view.dataset.opens}]`);
    delete view.dataset.opens;
    show(view.closest(".turn"), button, false);
  }
}

drawn(() => new MutationObserver(open).observe(log(), { childList: true }));

document.addEventListener("click", (event) => {
  const button = event.target.closest("#log :is(.view button, .outlets .save button, .timeline .later)");
  if (!button) return;
  const turn = button.closest(".turn");
  if (button.dataset.view) show(turn, button);
  else if (button.matches(".later")) showLater(turn, button);
  else save("/outlets", data(turn), button, asked(turn));
});
