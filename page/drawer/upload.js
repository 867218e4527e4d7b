// Articles that are dropped on the page, or chosen in the drawer, are added to the folder and read at once.
import { post } from "../html/server.js";
import { look } from "./status.js";

const SHOWN = 8000; // milliseconds that good news stays
const AT_ONCE = 500; // files that one request asks for

let timer = null;
let coming = 0; // files that are still being copied
let waiting = false;
const reading = new Map(); // the line of each file that is copied but not read yet -> what the server told of it
const panel = () => document.querySelector("#added"); // tells what became of each file

export function tell(words) {
  const line = document.createElement("li");
  line.textContent = words;
  panel().querySelector("ul").append(line);
  panel().hidden = false;
  return line;
}

const say = (line, words, kind = "") => Object.assign(line, { textContent: words, className: kind });

async function copy(file, line) {
  try {
    const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
    if (response.status === 413) return say(line, `${file.name} was not added: ${await response.text()}`, "error");
    const told = await response.json();
    if (told.error) return say(line, told.error, "error");
    say(line, `${told.name}: copied, being read …`);
    reading.set(line, told);
    if (!waiting) look();
    follow();
  } catch {
    say(line, `${file.name} was not added: the server does not answer.`, "error");
  }
}

// One request waits for many files: a browser has few connections to a server.
async function follow() {
  if (waiting) return;
  waiting = true;
  while (reading.size) {
    const lines = [...reading.keys()].slice(0, AT_ONCE);
    const files = lines.map((line) => reading.get(line)).map(({ name, articles, run }) => ({ name, articles, run }));
    const { ok, words } = await post("/added", { files }).catch(() => ({ ok: false }));
    const news = ok ? JSON.parse(words) : null;
    lines.forEach((line, place) => {
      if (news?.[place].reading) return;
      conclude(line, reading.get(line), news ? news[place].reason : "the server does not answer.");
      reading.delete(line);
    });
  }
  waiting = false;
  look();
  leave();
}

function conclude(line, told, reason) {
  if (reason) return say(line, `${told.name} is copied, but not added yet: ${reason}`, "error");
  const articles = told.articles === 1 ? "1 article" : `${told.articles} articles`;
  const left = told.problems.length ? `; left out: ${told.problems.join("; ")}` : "";
  if (told.new && !told.articles) return say(line, `${told.name}: ${told.problems.join("; ")}`, "partly");
  say(line, told.new ? `${told.name}: ${articles} added${left}` : `${told.name} was there already`, left && "partly");
}

// Good news goes by itself.
function leave() {
  if (coming || reading.size || panel().querySelector(".error, .partly")) return;
  clearTimeout(timer);
  timer = setTimeout(() => (panel().hidden = true), SHOWN);
}

export async function addAll(files) {
  clearTimeout(timer);
  if (!coming && !reading.size) panel().querySelector("ul").replaceChildren();
  coming += files.length;
  const lines = files.map((file) => tell(`${file.name}: being copied …`));
  for (const [place, file] of files.entries()) {
    await copy(file, lines[place]);
    coming -= 1;
  }
  leave();
}

const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

for (const name of ["dragenter", "dragover"])
  document.addEventListener(name, (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  if (!carriesFiles(event)) return;
  event.preventDefault();
  addAll([...event.dataTransfer.files]);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#add-articles, .add-articles")) {
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: true });
    input.onchange = () => addAll([...input.files]);
    input.click();
  }
  if (event.target.closest("#added button")) panel().hidden = true;
});
