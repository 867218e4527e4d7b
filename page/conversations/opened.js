// Opens a conversation from the file that it was saved to: the JSON, chosen in the drawer or dropped on the page.
import { addAll, tell } from "../drawer/upload.js";
import { insist } from "../html/server.js";
import { take } from "./conversations.js";

const LARGEST = 20_000_000; // bytes
const NONE = "it is no conversation that Dateline saved as JSON.";
const OLD = "an earlier version of Dateline saved it, which kept nothing to open it by. Ask its questions again.";
const CHANGED = "it was changed since Dateline saved it, or a later version did.";

const isConversation = (answers) =>
  Array.isArray(answers) && answers.length > 0 && answers.every((one) => one.question && one.passages);

// What a file says: its turns, or why there are none; `isOne` tells whether it is a conversation at all.
async function read(file) {
  if (file.size > LARGEST || !/\.json$/i.test(file.name)) return { isOne: false, why: NONE };
  try {
    const answers = JSON.parse(await file.text());
    if (!isConversation(answers)) return { isOne: false, why: NONE };
    const turns = answers.map((one) => one.turn);
    return turns.every(Boolean) ? { isOne: true, turns } : { isOne: true, why: OLD };
  } catch {
    return { isOne: false, why: NONE };
  }
}

async function open(file, { turns, why }) {
  const refuse = (words) => (tell(`${file.name} was not opened: ${words}`).className = "error");
  if (!turns) return refuse(why);
  const got = await insist("/turns", { turns }, () => true);
  if (got.ok) take(got.words);
  else refuse(got.response?.status === 422 ? CHANGED : got.words);
}

// Of files that are dropped, the conversations are opened and the others are articles.
async function sort(files) {
  const found = await Promise.all(files.map(read));
  const articles = files.filter((_, place) => !found[place].isOne);
  if (articles.length) addAll(articles);
  for (const [place, file] of files.entries()) if (found[place].isOne) await open(file, found[place]);
}

document.addEventListener("drop", (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!files.some((file) => /\.json$/i.test(file.name))) return;
  event.preventDefault();
  event.stopPropagation();
  document.body.classList.remove("dropping");
  sort(files);
}, true);

document.addEventListener("click", (event) => {
  if (!event.target.closest("#open-saved button")) return;
  const input = Object.assign(document.createElement("input"), { type: "file", accept: ".json,application/json" });
  input.onchange = async () => open(input.files[0], await read(input.files[0]));
  input.click();
});
