// What every part of the page uses, the keyboard, and repairs to what Gradio draws.
window.dateline = { corpus: document.querySelector("meta[name=dateline-corpus]").content };
(() => {
  "use strict";

  const HARMLESS = new Set(
    ("a article b blockquote br button dd details div dl dt footer h1 h2 h3 header i li main mark nav ol p progress " +
      "section span summary time ul").split(" "),
  );

  const DRAWN = ["#log", "#conversations", "#status", "#outlets-known"];

  // The server escapes all that comes from an article. Should that ever fail, nothing of it runs or loads here.
  dateline.parse = (html) => {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    for (const element of body.querySelectorAll("*")) {
      if (!HARMLESS.has(element.localName)) element.remove();
      else for (const name of element.getAttributeNames()) if (/^on|^style$/.test(name)) element.removeAttribute(name);
    }
    return body;
  };

  // Says something to screen readers, and shows it for a moment at a button.
  dateline.say = (words, button) => {
    document.querySelector("#said").textContent = words;
    if (!button) return;
    button.dataset.words ??= button.textContent;
    button.textContent = words;
    clearTimeout(button.timer);
    button.timer = setTimeout(() => (button.textContent = button.dataset.words), 1500);
  };

  // Writes into the question box as a hand would.
  dateline.write = (words) => {
    const box = document.querySelector("#question textarea");
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
    box.setSelectionRange(words.length, words.length);
  };

  // Gradio may put this script into a page that is already there.
  dateline.begin = (work) => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", work) : work());

  // Gradio draws the page when it is ready; only then is there anything to write into.
  dateline.drawn = (work) =>
    dateline.begin(() => {
      const observer = new MutationObserver(() => {
        if (!DRAWN.every((place) => document.querySelector(place))) return;
        observer.disconnect();
        work();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });

  dateline.post = (address, data) =>
    fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data) });

  document.addEventListener("click", (event) => {
    if (event.target.closest("#filters-toggle")) {
      const open = document.querySelector("#filters").classList.toggle("open");
      document.querySelector("#filters-toggle").setAttribute("aria-expanded", open);
    }
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, [contenteditable]");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      document.querySelector("#question textarea")?.focus();
    }
  });

  function repair() {
    const outlets = document.querySelector("#outlets input");
    const words = document.querySelector("#outlets .token") ? "" : "All";
    if (outlets && outlets.placeholder !== words) outlets.placeholder = words;
  }

  dateline.begin(() => {
    const said = document.createElement("p");
    said.id = "said";
    said.setAttribute("role", "status");
    document.body.append(said);
    new MutationObserver(repair).observe(document.body, { childList: true, subtree: true });
  });
})();
