// Days are chosen in a picture of days, by pointer or by keys. Its figure tells of them as `dateline:days`.
const chosen = new WeakMap(); // numbers of the bars at both ends of what is chosen in a plot, and what stood below it

const STEPS = new Set(["ArrowRight", "ArrowLeft", "Home", "End"]); // keys

const plotAt = (event) => event.target.closest?.(".histogram .plot");
const barsOf = (plot) => [...plot.querySelectorAll("g[data-since]")];
const choiceOf = (plot) => plot.closest(".histogram").querySelector(".choice");

function ends(plot) {
  const { from, to } = chosen.get(plot);
  return [Math.min(from, to), Math.max(from, to)];
}

function choose(plot, from, to) {
  const bars = barsOf(plot);
  chosen.set(plot, { from, to, hint: chosen.get(plot)?.hint ?? choiceOf(plot).textContent });
  const [first, last] = ends(plot);
  const held = bars.slice(first, last + 1).reduce((sum, bar) => sum + Number(bar.dataset.articles), 0);
  const days = first === last ? bars[first].dataset.words : `${bars[first].dataset.from} – ${bars[last].dataset.to}`;
  const words = `${days}: ${held.toLocaleString("en")} ${held === 1 ? "article" : "articles"}`;
  draw(plot, (100 * first) / bars.length, (100 * (last - first + 1)) / bars.length);
  plot.setAttribute("aria-valuenow", to + 1);
  plot.setAttribute("aria-valuetext", words);
  choiceOf(plot).textContent = words;
}

function clear(plot) {
  if (!chosen.has(plot)) return;
  draw(plot, 0, 0);
  plot.setAttribute("aria-valuenow", 0);
  plot.setAttribute("aria-valuetext", "All days");
  choiceOf(plot).textContent = chosen.get(plot).hint;
  chosen.delete(plot);
}

function draw(plot, left, width) {
  const mark = plot.querySelector(".chosen");
  mark.setAttribute("x", `${left}%`);
  mark.setAttribute("width", `${width}%`);
}

function tell(plot) {
  const bars = barsOf(plot);
  const [first, last] = ends(plot);
  const detail = { since: bars[first].dataset.since, until: bars[last].dataset.until };
  plot.closest(".histogram").dispatchEvent(new CustomEvent("dateline:days", { bubbles: true, detail }));
}

function barAt(plot, event) {
  const { left, width } = plot.getBoundingClientRect();
  const count = barsOf(plot).length;
  return Math.max(0, Math.min(count - 1, Math.floor(((event.clientX - left) / width) * count)));
}

document.addEventListener("pointerdown", (event) => {
  const plot = plotAt(event);
  if (!plot || event.button) return;
  plot.setPointerCapture(event.pointerId);
  const bar = barAt(plot, event);
  choose(plot, bar, bar);
});

document.addEventListener("pointermove", (event) => {
  const plot = plotAt(event);
  if (plot?.hasPointerCapture(event.pointerId)) choose(plot, chosen.get(plot).from, barAt(plot, event));
});

document.addEventListener("pointerup", (event) => {
  const plot = plotAt(event);
  if (plot?.hasPointerCapture(event.pointerId)) tell(plot);
});

document.addEventListener("pointercancel", (event) => plotAt(event) && clear(plotAt(event)));

// With every step to the next bar that holds anything; before the first step nothing is chosen.
function step(plot, key, isLonger) {
  const held = [...barsOf(plot).keys()].filter((bar) => barsOf(plot)[bar].dataset.articles !== "0");
  const { from, to } = chosen.get(plot) ?? { to: key === "ArrowLeft" ? Infinity : -1 };
  const next = {
    ArrowRight: held.find((bar) => bar > to) ?? held.at(-1),
    ArrowLeft: held.findLast((bar) => bar < to) ?? held[0],
    Home: held[0],
    End: held.at(-1),
  }[key];
  choose(plot, isLonger ? from ?? next : next, next);
}

// What a key does in a plot, if anything.
function workOf(plot, { key, shiftKey }) {
  if (STEPS.has(key)) return () => step(plot, key, shiftKey);
  if (!chosen.has(plot)) return null;
  return { Enter: () => tell(plot), Escape: () => clear(plot) }[key];
}

// Before others are told of the key: what is chosen goes before anything else that Escape closes.
document.addEventListener("keydown", (event) => {
  const plot = plotAt(event);
  if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
  const work = workOf(plot, event);
  if (!work) return;
  event.preventDefault();
  event.stopPropagation();
  work();
}, true);
