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
