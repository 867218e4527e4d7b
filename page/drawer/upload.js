// Articles that are dropped on the page, or chosen in the drawer, are added to the folder and read at once.

const SHOWN = 8000; // milliseconds that good news stays

let timer = null;
const panel = () => document.querySelector("#added"); // tells what became of each file

function tell(words, kind = "") {
  const line = document.createElement("li");
  line.textContent = words;
  line.className = kind;
  panel().querySelector("ul").append(line);
  panel().hidden = false;
  return line;
}

async function add(file) {
  const line = tell(`${file.name}: being added …`);
  const say = (words, kind) => Object.assign(line, { textContent: words, className: kind });
  try {
    const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
    if (response.status === 413) return say(`${file.name} was not added: ${await response.text()}`, "error");
    const told = await response.json();
    if (told.error) return say(told.error, "error");
    const articles = told.articles === 1 ? "1 article" : `${told.articles} articles`;
    const left = told.problems.length ? `; left out: ${told.problems.join("; ")}` : "";
    say(told.new ? `${told.name}: ${articles} added${left}` : `${told.name} was there already`, left && "partly");
  } catch {
    say(`${file.name} was not added: the server does not answer.`, "error");
  }
}

async function addAll(files) {
  clearTimeout(timer);
  panel().querySelector("ul").replaceChildren();
  for (const file of files) await add(file);
  if (!panel().querySelector(".error, .partly")) timer = setTimeout(() => (panel().hidden = true), SHOWN);
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
