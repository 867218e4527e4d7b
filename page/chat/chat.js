// The chat: asks, asks again in another way, and tells the document with a `dateline:turns` that its turns changed.
import { made, parseOne, say } from "../html/document.js";
import { insist, pause, post } from "../html/server.js";
import { sure } from "../html/sure.js";
import { outletsWith } from "../frame/filters.js";
import { box, send, sentWords, tooLong, write } from "./question.js";
import { asked, earlier, edit, failed, isEditing, next, numberOf, put, stopEditing, turns, waiting } from "./turns.js";

const READING = 1000; // milliseconds after an answer before anything more is looked for

let asking = Promise.resolve(); // a question waits for the one before, whose answer it may lean on

function ask(words, outlets, since, until) {
  if (!words.trim() || tooLong(words)) return;
  const filters = { outlets: outletsWith(outlets ?? []), since, until };
  const later = isEditing() ? turns().filter((turn) => numberOf(turn) > next()).length : 0;
  if (!later) return askNow(words, filters);
  const go = later === 1 ? "The answer after it leans on this question and goes" : `The ${later} answers after it lean on this question and go`;
  sure(`${go}.`, "Ask, and drop what follows", () => askNow(words, filters));
}

function askNow(words, filters) {
  const turn = waiting(next(), words);
  stopEditing();
  put(turn);
  if (box().value === words) write(""); // else the next one is being written already
  inTurn(() => answer(turn, "/ask", { asked: words, ...filters }));
}

// Adds a turn that another address of the server gives, and returns it once it is there; null where it was taken back.
export function open(words, address, data) {
  stopEditing();
  const turn = waiting(next(), words);
  put(turn);
  return inTurn(() => answer(turn, address, data));
}

// Asks a turn's question again without, or within, what an element of it says.
export function again(element) {
  const number = numberOf(element.closest(".turn"));
  const { kind, value } = element.dataset;
  inTurn(() => {
    const turn = turns().find((one) => numberOf(one) === number && one.dataset.kept);
    return turn && answer(turn, "/again", { turn: JSON.parse(turn.dataset.kept), kind, value });
  });
}

function inTurn(work) {
  asking = asking.then(work).catch((error) => console.error(error));
  return asking;
}

// Renews a turn with what the server answers to its question, unless it is taken back meanwhile.
async function answer(turn, address, question) {
  const data = { place: numberOf(turn), earlier: earlier(turn), ...question };
  turn.ariaBusy = "true";
  const wait = (words) => turn.querySelectorAll(".busy").forEach((busy) => (busy.textContent = words));
  const got = await insist(address, data, () => turn.isConnected, wait);
  if (!got) return null;
  const renewed = got.ok ? parseOne(got.words) : failed(turn, got.words);
  put(renewed);
  if (got.ok) {
    changed();
    offerNext(renewed);
  } else if (!box().value) edit(renewed); // nothing else is being written
  return renewed;
}

const changed = () => document.dispatchEvent(new Event("dateline:turns"));

// Questions to go on with, once the server has tried them. That is work: whoever asks on at once is answered first.
async function offerNext(turn) {
  await pause(READING);
  if (turn !== turns().at(-1)) return;
  const { ok, words } = await post("/next", { turns: [JSON.parse(turn.dataset.kept)] });
  const questions = ok ? JSON.parse(words) : [];
  if (!questions.length || turn !== turns().at(-1)) return;
  const offer = made("next");
  const button = offer.querySelector("button");
  offer.append(...questions.map((question) => Object.assign(button.cloneNode(), { textContent: question })));
  button.remove();
  turn.append(offer);
}

function undo(turn) {
  const words = asked(turn);
  turn.remove();
  stopEditing();
  changed();
  write(words);
  say("The last question was taken back.");
}

// Sent by Gradio with what is in the fields.
document.addEventListener("dateline:ask", ({ detail: { given } }) => ask(sentWords(given[0]), ...given.slice(1)));

document.addEventListener("click", (event) => {
  const at = (selector) => event.target.closest(selector);
  if (at("#log button.again")) again(at("button.again"));
  else if (at("#log .turn-tools .edit")) edit(at(".turn"));
  else if (at("#log .turn-tools .undo")) undo(at(".turn"));
  else if (at("button.example")) send((at("button.example").querySelector(".words") ?? at("button.example")).textContent);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isEditing() || document.body.classList.contains("reading")) return;
  stopEditing();
  write("");
});
