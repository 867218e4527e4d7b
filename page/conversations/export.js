// Saves a conversation, or what the outlets say to a question, as a file.
import { asked, savedOf, turns } from "../chat/turns.js";
import { say } from "../html/document.js";
import { post } from "../html/server.js";

const ENDINGS = { markdown: "md", csv: "csv", json: "json" };

// Saves what the server makes of the data in the form that a button names.
export async function save(address, data, button, title) {
  const { ok, response } = await post(`${address}/${button.dataset.form}`, data);
  if (!ok) return say("Not saved", button);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
  link.download = `dateline-${name || "conversation"}.${ENDINGS[button.dataset.form]}`;
  link.click();
  URL.revokeObjectURL(link.href);
  say("Saved", button);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#export button[data-form]");
  if (button) save("/export", { turns: savedOf(turns()) }, button, asked(turns()[0]));
});
