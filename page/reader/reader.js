// The reader: the whole article beside the chat, opened at a citation.
import { lay, lift } from "../frame/layers.js";
import { drawn, made, opensElsewhere, parse } from "../html/document.js";

const phone = matchMedia("(max-width: 767px)");
let opener = null; // the citation that opened the reader: it gets the focus back
let reader = null; // made once the page is drawn

const rest = () =>
  [...document.body.children].filter((element) => element !== reader && element.localName !== "dialog");
const articleOf = ({ pathname }) => decodeURIComponent(pathname.slice("/article/".length));
const span = (link) => new URL(link.href).searchParams.get("at");

// Every passage of the same article that the chat cites, in the order of the article, each once; of the nearest
// material, which is no answer, only beside other such material.
function passages(link) {
  const isCited = (cite) => !cite.closest(".nearest") || link.closest(".nearest");
  const same = [...(link.closest("#log")?.querySelectorAll("a.cite") ?? [])].filter(
    (cite) => cite.pathname === link.pathname && isCited(cite),
  );
  const links = new Map(same.map((cite) => [span(cite), cite])).set(span(link), link);
  return [...links.values()].toSorted((one, other) => parseInt(span(one)) - parseInt(span(other)));
}

async function story(link, cited) {
  const address = new URL(link.href);
  for (const other of cited) if (other !== link) address.searchParams.append("also", span(other));
  try {
    const response = await fetch(address.pathname + address.search);
    return withButtons(parse(await response.text()).querySelector("main").firstElementChild, address);
  } catch {
    const failed = document.createElement("p");
    failed.className = "error";
    failed.textContent = "The article could not be fetched: the server does not answer.";
    return failed;
  }
}

// A notice that there is no such article has no head, and nothing to correct.
function withButtons(found, address) {
  const mending = made("mending");
  for (const button of mending.children) button.dataset.article = articleOf(address);
  found.querySelector("header")?.append(mending);
  return found;
}

async function open(link) {
  opener = link;
  const cited = passages(link);
  const found = await story(link, cited);
  if (opener !== link) return; // another citation was opened meanwhile
  const sheet = reader.querySelector(".page");
  sheet.replaceChildren(document.adoptNode(found));
  step(link, cited);
  reader.querySelector(".whole").href = link.href;
  reader.hidden = false;
  lay(closeReader);
  document.body.classList.add("reading");
  rest().forEach((element) => (element.inert = phone.matches));
  document.querySelectorAll("a.cite.open").forEach((cite) => cite.classList.remove("open"));
  link.classList.add("open");
  const hit = sheet.querySelector("#hit");
  sheet.scrollTop = 0;
  hit?.scrollIntoView({ block: "start" }); // a margin in the styles keeps what stands before it in view
  (hit ?? sheet).focus({ preventScroll: true });
}

function step(link, cited) {
  const at = cited.indexOf(link);
  reader.querySelector(".steps").hidden = cited.length < 2;
  reader.querySelector(".step").textContent = `Passage ${at + 1} of ${cited.length}`;
  for (const [name, other] of [["previous", cited[at - 1]], ["next", cited[at + 1]]]) {
    const button = reader.querySelector(`.${name}`);
    button.disabled = !other;
    button.onclick = () => open(other);
  }
}

export function closeReader() {
  if (!reader || reader.hidden) return;
  reader.hidden = true;
  lift(closeReader);
  document.body.classList.remove("reading");
  rest().forEach((element) => (element.inert = false));
  opener?.classList.remove("open");
  opener?.focus();
  opener = null;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("#reader .close")) return closeReader();
  const link = event.target.closest("a.cite");
  if (!link || opensElsewhere(event)) return;
  event.preventDefault();
  open(link);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !reader || reader.hidden || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  closeReader();
});

// Shows the article as it is now, where it is the one that was corrected.
document.addEventListener("dateline:corrected", async ({ detail }) => {
  const link = opener;
  if (!link || articleOf(link) !== detail.article) return;
  const found = await story(link, passages(link));
  if (opener !== link) return;
  const sheet = reader.querySelector(".page");
  const focused = sheet.contains(document.activeElement);
  sheet.replaceChildren(document.adoptNode(found));
  if (focused) (sheet.querySelector(".mending button") ?? sheet).focus({ preventScroll: true });
});

drawn(() => {
  reader = made("reader");
  document.body.append(reader);
});
