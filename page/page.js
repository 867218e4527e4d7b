// What the page does in the browser: the reader beside the chat, the newest question in view, names for screen readers.
(() => {
  "use strict";

  const phone = matchMedia("(max-width: 767px)");
  let opener = null; // the citation that opened the reader: it gets the focus back

  const reader = document.createElement("aside");
  reader.id = "reader";
  reader.hidden = true;
  reader.setAttribute("aria-label", "Article");
  reader.innerHTML =
    '<div class="bar"><button type="button" class="close">Close (Esc)</button>' +
    '<a class="whole" target="_blank">Open as a page</a></div><div class="page" tabindex="0"></div>';
  const sheet = reader.querySelector(".page");

  async function open(link) {
    const address = new URL(link.href);
    opener = link;
    let story;
    try {
      const response = await fetch(address.pathname + address.search);
      // A document made this way runs no script and loads nothing.
      const answered = new DOMParser().parseFromString(await response.text(), "text/html");
      story = answered.querySelector("main").firstElementChild;
    } catch {
      story = document.createElement("p");
      story.className = "error";
      story.textContent = "The article could not be fetched: the server does not answer.";
    }
    if (opener !== link) return; // another citation was opened meanwhile
    sheet.replaceChildren(document.adoptNode(story));
    reader.querySelector(".whole").href = link.href;
    reader.hidden = false;
    document.body.classList.add("reading");
    rest().forEach((element) => (element.inert = phone.matches));
    document.querySelectorAll("a.cite.open").forEach((cite) => cite.classList.remove("open"));
    link.classList.add("open");
    const hit = sheet.querySelector("#hit");
    sheet.scrollTop = 0;
    hit?.scrollIntoView({ block: "start" }); // a margin in the styles keeps what stands before it in view
    (hit ?? sheet).focus({ preventScroll: true });
  }

  function close() {
    if (reader.hidden) return;
    reader.hidden = true;
    document.body.classList.remove("reading");
    rest().forEach((element) => (element.inert = false));
    opener?.classList.remove("open");
    opener?.focus();
    opener = null;
  }

  function toggleFilters() {
    const open = document.querySelector("#filters").classList.toggle("open");
    document.querySelector("#filters-toggle").setAttribute("aria-expanded", open);
  }

  const rest = () => [...document.body.children].filter((element) => element !== reader);

  document.addEventListener("click", (event) => {
    if (event.target.closest("#reader .close")) return close();
    if (event.target.closest("#filters-toggle")) return toggleFilters();
    const link = event.target.closest("a.cite");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own
    event.preventDefault();
    open(link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !reader.hidden) {
      event.preventDefault();
      close();
    }
    const typing = event.target.closest("input, textarea, [contenteditable]");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      document.querySelector("#question textarea")?.focus();
    }
  });

  // The newest question goes to the top of the chat, so that its answer is read from its beginning.
  let newest = "";
  function tidy() {
    const asked = [...document.querySelectorAll("#chat .asked")];
    const last = asked.length ? `${asked.length} ${asked.at(-1).textContent}` : "";
    if (last && last !== newest) asked.at(-1).scrollIntoView({ block: "start" });
    newest = last;
    // The examples are buttons, which a list may not hold.
    document.querySelector("#chat .examples[role=list]")?.removeAttribute("role");
    document.querySelector("#outlets input")?.setAttribute("placeholder", "All");
    // Gradio names each message with its raw HTML, which a screen reader would read out; the content names itself.
    document.querySelectorAll("#chat [data-testid][aria-label]").forEach((message) => message.removeAttribute("aria-label"));
  }

  function begin() {
    document.body.append(reader);
    new MutationObserver(tidy).observe(document.body, { childList: true, subtree: true });
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
