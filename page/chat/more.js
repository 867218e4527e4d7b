// More passages below an answer, and the order in which they stand.
import { parseOne, say } from "../html/document.js";
import { post } from "../html/server.js";
import { earlier, numberOf } from "./turns.js";

const place = (card) => card.querySelector("a.cite").href;
const cards = (answer) => [...answer.querySelectorAll(".psg")];

// What was done with a passage that stays, such as a verdict or more of its article, stays with it.
function keep(old, renewed) {
  const before = new Map(cards(old).map((card) => [place(card), card]));
  const fresh = cards(renewed).filter((card) => !before.has(place(card)));
  cards(renewed).forEach((card) => before.has(place(card)) && card.replaceWith(before.get(place(card))));
  const [nearest, was] = [renewed, old].map((answer) => answer.querySelector(".nearest"));
  if (nearest) nearest.open = was?.open ?? false;
  return fresh;
}

const pressed = (button) => button?.getAttribute("aria-pressed") === "true";

function wanted(answer, button) {
  const order = answer.querySelector(".order");
  const one = order?.querySelector(".one");
  return {
    further: button.matches(".more-passages"),
    by: button.dataset.by ?? order?.querySelector(".by[aria-pressed=true]")?.dataset.by ?? "best",
    one_per_article: button === one ? !pressed(one) : pressed(one),
  };
}

// Words and focus go to the first further passage, where none matches to their number.
function tellFurther(answer, fresh) {
  const shown = answer.querySelector(".further .shown");
  const first = fresh.find((card) => !card.closest(".nearest"));
  (first?.querySelector("a.cite") ?? shown)?.focus();
  say((first ? "" : "No further passage matches. ") + (shown?.textContent ?? ""));
}

function tellOrder(answer, button) {
  const again = button.matches(".one") ? ".one" : `[data-by=${button.dataset.by}]`;
  answer.querySelector(`.order ${again}`)?.focus();
  say(answer.querySelector(".further .shown")?.textContent ?? "");
}

async function renew(turn, button) {
  const old = turn.querySelector(".answer");
  const asked = wanted(old, button);
  button.disabled = true;
  const kept = JSON.parse(turn.dataset.kept);
  const { ok, words } = await post("/more", { place: numberOf(turn), earlier: earlier(turn), turn: kept, ...asked });
  button.disabled = false;
  if (!ok) return say(`Not shown: ${words}`, button);
  const renewed = parseOne(words);
  const answer = renewed.querySelector(".answer");
  const fresh = asked.further ? keep(old, answer) : [];
  turn.dataset.kept = renewed.dataset.kept;
  old.replaceWith(answer);
  document.dispatchEvent(new Event("dateline:turns"));
  if (asked.further) tellFurther(answer, fresh);
  else tellOrder(answer, button);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#log .answer :is(.more-passages, .order button)");
  if (button) renew(button.closest(".turn"), button);
});
