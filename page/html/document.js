// What every view uses of the document: its templates, HTML from the server, and words for screen readers.

const DRAWN = ["#log", "#conversations", "#status", "#outlets input", "#outlets-known"];

const HARMLESS = new Set(
  ("a article b blockquote br button dd del details div dl dt figcaption figure footer h1 h2 h3 header i ins li main " +
    "mark nav ol p progress section span summary table tbody td th thead time tr ul").split(" "),
);
const DRAWINGS = "http://www.w3.org/2000/svg";
const SHAPES = new Set("svg g rect title desc".split(" "));
const OF_SHAPES = /^(?:class|role|x|y|width|height|aria-hidden|data-[a-z]+)$/; // nothing that leads or loads anything

export const corpus = document.querySelector("meta[name=dateline-corpus]").content;

const isDrawn = () => DRAWN.every((place) => document.querySelector(place));

// Calls back once Gradio has drawn the page: only then is there anything to write into.
export function drawn(work) {
  if (isDrawn()) return work();
  const observer = new MutationObserver(() => {
    if (!isDrawn()) return;
    observer.disconnect();
    work();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

// A new element of one of the page's templates.
export const made = (name) => document.querySelector(`#${name}-template`).content.firstElementChild.cloneNode(true);

// The server escapes all that comes from an article. Should that ever fail, nothing of it runs or loads here.
export function parse(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const element of body.querySelectorAll("*")) {
    const isDrawing = element.namespaceURI === DRAWINGS;
    if (!(isDrawing ? SHAPES : HARMLESS).has(element.localName)) element.remove();
    else
      for (const name of element.getAttributeNames())
        if (isDrawing ? !OF_SHAPES.test(name) : /^on|^style$/.test(name)) element.removeAttribute(name);
  }
  return body;
}

// The one element that the server sent.
export const parseOne = (html) => document.adoptNode(parse(html).firstElementChild);

// Whether a click on a link asks for a tab or a window of its own, which is left to the browser.
export const opensElsewhere = (event) => event.button || event.ctrlKey || event.metaKey || event.shiftKey;

// Says something to screen readers, and shows it for a moment at a button.
export function say(words, button) {
  said.textContent = words;
  if (!button) return;
  button.dataset.words ??= button.textContent;
  button.textContent = words;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => (button.textContent = button.dataset.words), 1500);
}

const said = Object.assign(document.createElement("p"), { id: "said", role: "status" });
document.body.append(said);
