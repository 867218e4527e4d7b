// The address of a conversation: its questions, each followed by what was fixed beside it. The browser's history has an
// entry for each question; going back to one brings its answer up again, and loses none that follow.
import { open as ask } from "../chat/chat.js";
import { bringUp, numberOf, savedOf, turns } from "../chat/turns.js";
import { address, goTo } from "../frame/views.js";
import { copy } from "../html/clipboard.js";
import { say } from "../html/document.js";
import { close, current, isKept, leave, open } from "./conversations.js";

const LONGEST = 6000; // characters of an address; a longer conversation has its last questions in it
const MOST = 50; // questions that an address asks
const LISTS = {
  outlet: "outlets", without_outlet: "without_outlets", author: "authors", condition: "conditions",
  exclude: "exclude", unread: "unread",
};

let counted = { conversation: null, turns: 0 }; // what the history has entries of
let asking = false; // the questions of an address, which has its entry
let opening = null; // a conversation that is being fetched
let quiet = false; // while what an entry stands for is being shown

const answered = () => turns().filter((turn) => turn.dataset.kept);

// The address of some turns that follow each other.
function questions(some) {
  const parts = some.map((turn) => turn.dataset.address);
  while (parts.length > 1 && parts.join("&").length > LONGEST) parts.shift();
  return new URLSearchParams(parts.join("&"));
}

// An answer that leans on the questions before it has them in its address.
function leadingTo(turn) {
  const { question, alone } = savedOf([turn])[0];
  const leans = !alone && (question.carried.length || question.inherited.length);
  return leans ? questions(answered().filter((other) => numberOf(other) <= numberOf(turn))) : questions([turn]);
}

// Puts what is shown into the address: a question more is an entry of its own.
function tell() {
  if (quiet || document.body.dataset.view !== "ask") return;
  const list = answered();
  const now = { conversation: current(), turns: list.length };
  const isMore = now.conversation !== counted.conversation || now.turns > counted.turns;
  counted = now;
  const replace = asking || !isMore || history.state === null;
  goTo(questions(list), { replace, state: list.length ? now : { begun: true } });
}

// Reads an address: what each of its questions is, in the words of the server.
function asked(params) {
  const found = [];
  const before = []; // what stands before the first question is meant for it
  for (const [name, value] of params) {
    if (name === "q") found.push({ asked: value, since: "", until: "", outlets: [] });
    else (found.length ? fix : (...given) => before.push(given))(name, value, found.at(-1));
  }
  before.forEach(([name, value]) => found.length && fix(name, value, found[0]));
  return found.filter((question) => question.asked.trim()).slice(-MOST);
}

function fix(name, value, question) {
  if (name in LISTS) (question[LISTS[name]] ??= []).push(value);
  else if (name === "since" || name === "until") question[name] = value;
  else if (name === "alone") question.alone = true;
}

// Shows what the browser came to: a conversation that it keeps, else the questions of the address in a new one.
async function arrive() {
  if (document.body.dataset.view !== "ask") return;
  const { conversation, begun } = history.state ?? {};
  const wanted = asked(address());
  if (conversation && isKept(conversation)) await show(conversation);
  else if (begun) begin();
  else if (wanted.length) await askAll(wanted);
  else await stay();
}

// An address that asks for nothing leaves what is shown, else the conversation that this browser was at.
async function stay() {
  if (answered().length) return tell();
  if (turns().length) leave(); // it was asked before anything could be shown, and begins a conversation
  if (!isKept(current())) return history.replaceState({ begun: true }, "");
  await show(current());
  tell();
}

async function show(conversation) {
  if (conversation !== current() || !turns().length) await fetchOnce(conversation);
  if (conversation !== current()) return; // another one was opened meanwhile
  const { turns: number } = history.state ?? {}; // the browser may have gone on meanwhile
  const turn = number ? answered()[number - 1] : null;
  if (turn) bringUp(turn);
}

function fetchOnce(conversation) {
  if (opening?.conversation !== conversation)
    opening = { conversation, done: silently(() => open(conversation)).finally(() => (opening = null)) };
  return opening.done;
}

const begin = () => (turns().length || current()) && silently(close);

// Does what is no step of its own.
async function silently(work) {
  quiet = true;
  await work();
  quiet = false;
  counted = { conversation: current(), turns: answered().length };
}

async function askAll(wanted) {
  if (asking) return;
  asking = true;
  await begin();
  for (const question of wanted) await ask(question.asked, "/ask", question);
  asking = false;
}

async function copyAddress(params, button) {
  await copy(`${location.origin}/?${params}`);
  say("Copied", button);
}

document.addEventListener("dateline:turns", tell);
document.addEventListener("dateline:conversation", tell);
document.addEventListener("dateline:view", arrive);
window.addEventListener("popstate", arrive);
document.addEventListener("click", (event) => {
  const button = event.target.closest("#log .copy-address, #copy-conversation");
  if (!button) return;
  const turn = button.closest(".turn");
  copyAddress(turn ? leadingTo(turn) : questions(answered()), button);
});
