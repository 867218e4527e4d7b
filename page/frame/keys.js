// The keys of the page, all of which stand in frame/keys.html; none works while something is written.
import { box } from "../chat/question.js";
import { drawn, made } from "../html/document.js";
import { show } from "./layers.js";

const PASSAGES = "#log .turn :is(.psg, .listed, .row) a.cite";

let dialog = null;

const KEYS = {
  "/": () => box()?.focus(),
  "?": () => dialog && show(dialog),
  j: () => step(1),
  k: () => step(-1),
  o: () => card()?.querySelector("a.cite").click(),
  c: () => card()?.querySelector(".tools .copy")?.click(),
};

const card = () => document.activeElement?.closest(":is(.psg, .listed, .row)");
const isShown = (link) => link.checkVisibility() && !link.closest("details:not([open])");

// The passages are steps of one way, from that which has the focus or from the beginning of the last answer.
function step(by) {
  const links = [...document.querySelectorAll(PASSAGES)].filter(isShown);
  const at = links.indexOf(card()?.querySelector("a.cite"));
  const first = links.findIndex((link) => link.closest(".turn:last-child"));
  const link = links[at < 0 ? first : Math.min(Math.max(at + by, 0), links.length - 1)];
  link?.closest(":is(.psg, .listed, .row)").scrollIntoView({ block: "nearest" });
  link?.focus();
}

document.addEventListener("keydown", (event) => {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  if (isCommand || event.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
  if (!Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});

document.addEventListener("click", (event) => event.target.closest("#show-keys") && dialog && show(dialog));

drawn(() => {
  dialog = made("keys");
  document.body.append(dialog);
});
