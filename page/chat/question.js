// The box that questions are written into.
import { pause } from "../html/server.js";

export const box = () => document.querySelector("#question textarea");

// Writes into the box as a hand would.
export function write(words) {
  box().value = words;
  box().dispatchEvent(new Event("input", { bubbles: true }));
  box().focus();
  box().setSelectionRange(words.length, words.length);
}

export async function send(words) {
  write(words);
  await pause(0); // Gradio takes over what was written
  document.querySelector("#question .submit-button").click();
}

const MOMENT = 1000; // milliseconds that Gradio takes at the most to tell that a question was sent
const sent = []; // what stood in the box each time

// The words that were sent: Gradio tells what stands in the box when it comes to it, which may be the next question.
export function sentWords(told) {
  while (sent.length) {
    const { words, at } = sent.shift();
    if (performance.now() - at < MOMENT) return words;
  }
  return told;
}

const note = () => sent.push({ words: box().value, at: performance.now() });

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target === box()) note();
}, true);
document.addEventListener("click", (event) => event.target.closest("#question .submit-button") && note(), true);

// Says how much too long the question is, if it is; Gradio would cut it without a word.
export function tooLong(words) {
  const told = document.querySelector("#too-long");
  const most = Number(told.dataset.most);
  const length = [...words.trim()].length;
  told.textContent =
    length > most
      ? `This has ${length.toLocaleString("en")} characters; a question may have ${most.toLocaleString("en")}. Shorten it.`
      : "";
  return length > most;
}

document.addEventListener("input", ({ target }) => target === box() && tooLong(box().value));
