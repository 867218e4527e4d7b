// The turns of the chat: a question each, and what came of it. What the server must know again stands in `data-kept`.
import { made, say } from "../html/document.js";
import { pause } from "../html/server.js";
import { write } from "./question.js";

const MOST_EARLIER = 10; // turns sent along for a follow-up to lean on
const SLOW = 300; // milliseconds without an answer before that is said

let edited = null; // number of the turn whose question is being edited

export const log = () => document.querySelector("#log");
export const turns = () => [...log().children];
export const numberOf = (turn) => Number(turn.dataset.place);
export const savedOf = (list) => list.filter((turn) => turn.dataset.kept).map((turn) => JSON.parse(turn.dataset.kept));

// What a browser has not drawn yet has no `innerText`.
export const asked = (turn) => savedOf([turn])[0]?.question.asked ?? turn.querySelector(".asked").textContent;

export function earlier(turn) {
  if (savedOf([turn])[0]?.alone) return []; // the user took back that it follows them
  const before = savedOf(turns().filter((other) => numberOf(other) < numberOf(turn)));
  return before.slice(-MOST_EARLIER).map((saved) => saved.question.text);
}

export function next() {
  return edited ?? (turns().length ? numberOf(turns().at(-1)) + 1 : 0);
}

// A turn without an answer yet.
export function waiting(number, words) {
  const turn = made("waiting");
  turn.dataset.place = number;
  turn.querySelector(".asked").textContent = words;
  const busy = turn.querySelector(".busy");
  pause(SLOW).then(() => (busy.textContent ||= "Searching …"));
  return turn;
}

export function failed(turn, words) {
  const renewed = waiting(numberOf(turn), asked(turn));
  const notice = renewed.querySelector(".busy");
  notice.className = "error";
  notice.textContent = words;
  return renewed;
}

// Puts a turn in its place. Those after it lean on what stood there before, so they go.
export function put(turn) {
  const old = turns().find((other) => numberOf(other) === numberOf(turn));
  const isNew = !old?.querySelector(".busy"); // else it is what was waited for
  const hadFocus = old?.contains(document.activeElement);
  if (isNew) turns().filter((other) => numberOf(other) > numberOf(turn)).forEach((other) => other.remove());
  if (old) old.replaceWith(turn);
  else log().append(turn);
  if (isNew) bringUp(turn); // so that an answer is read from its beginning
  if (hadFocus) focusOn(turn);
}

// Turns that were never drawn have a height that is only guessed, so what is drawn on the way moves the goal.
export function bringUp(turn, times = 4) {
  turn.scrollIntoView({ block: "start" });
  if (times > 1) requestAnimationFrame(() => bringUp(turn, times - 1));
}

function focusOn(turn) {
  const words = turn.querySelector(".asked");
  words.tabIndex = -1;
  words.focus({ preventScroll: true });
}

export function edit(turn) {
  stopEditing();
  edited = numberOf(turn);
  turn.classList.add("editing");
  write(asked(turn));
  say("Change the question and ask; later turns go. Esc leaves everything as it is.");
}

export const isEditing = () => edited !== null;

export function stopEditing() {
  edited = null;
  turns().forEach((turn) => turn.classList.remove("editing"));
}
