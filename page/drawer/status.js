// What goes on behind the page: fetched often while work goes on, seldom while nothing does, and never while the tab
// is hidden. What one tab of this browser learns, the others learn from it.
import { offer } from "../frame/filters.js";
import { corpus, drawn, parse } from "../html/document.js";

const BUSY = 1000; // milliseconds between two looks while work goes on
const IDLE = 12000; // milliseconds between two looks while nothing does
const GONE = { line: '<p class="status error">Dateline does not answer. See whether it still runs.</p>' };
const PLACES = { line: "#status", card: "#index-card", welcome: "#welcome" };

const channel = new BroadcastChannel(`dateline:${corpus}`);
let shown = ""; // tag of what is shown
let timer = null;
let generation = ""; // of the index that answers

function show(state) {
  for (const [name, place] of Object.entries(PLACES))
    if (name in state) document.querySelector(place).replaceChildren(...parse(state[name]).children);
  if (!("busy" in state)) return;
  document.dispatchEvent(new CustomEvent("dateline:searches", { detail: state.searches }));
  const refresh = document.querySelector("#refresh");
  refresh.disabled = state.busy;
  refresh.textContent = state.busy ? "Refreshing …" : "Refresh articles";
  if (state.generation) answeredBy(state.generation);
  offer(state.outlets);
}

function answeredBy(current) {
  const isOther = generation && current !== generation;
  if (isOther) document.dispatchEvent(new CustomEvent("dateline:refreshed")); // the articles are others now
  generation = current;
}

function learn({ tag, state }) {
  if (state.corpus && state.corpus !== corpus) location.reload(); // other articles are served here now
  if (tag !== shown) show(state);
  shown = tag;
  clearTimeout(timer);
  // Not all tabs at the same time: the first one to look tells the others.
  if (!document.hidden) timer = setTimeout(look, (state.busy === false && !state.soon ? IDLE : BUSY) * (1 + Math.random() / 5));
}

async function fetched() {
  try {
    const response = await fetch("/status", { cache: "no-cache" });
    if (response.ok) return { tag: response.headers.get("etag"), state: await response.json() };
  } catch {
    // told below
  }
  return { tag: "gone", state: GONE };
}

// Looks at once, for whoever has just set work going.
export async function look() {
  const news = await fetched();
  channel.postMessage(news);
  learn(news);
}

document.addEventListener("dateline:gone", look); // whoever asked the server something and got no answer tells

drawn(() => {
  channel.onmessage = ({ data }) => learn(data);
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : look()));
  look();
});
