// The days of an answer: a picture that is fetched once its place is looked at, and that narrows the question.
import { again } from "../chat/chat.js";
import { earlier, log } from "../chat/turns.js";
import { drawn, parseOne } from "../html/document.js";
import { post } from "../html/server.js";

async function fill(place) {
  const turn = place.closest(".turn");
  const { ok, words } = await post("/days", { turn: JSON.parse(turn.dataset.kept), earlier: earlier(turn) });
  if (ok) place.replaceChildren(parseOne(words));
  else place.textContent = `The days are not shown: ${words}`;
}

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    fill(target);
  }
});

const look = () => log().querySelectorAll(".days-place:empty").forEach((place) => seen.observe(place));

drawn(() => {
  new MutationObserver(look).observe(log(), { childList: true });
  look();
});

document.addEventListener("dateline:days", ({ target, detail: { since, until } }) => {
  if (!target.closest("#log")) return;
  Object.assign(target.dataset, { kind: "days", value: `${since}/${until}` });
  again(target);
});
