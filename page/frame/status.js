// What goes on behind the page: fetched often while work goes on, seldom while nothing does, and never while the tab
// is hidden. What one tab of this browser learns, the others learn from it.
(() => {
  "use strict";

  const BUSY = 1000; // milliseconds between two looks while work goes on
  const IDLE = 12000; // milliseconds between two looks while nothing does
  const GONE = { line: '<p class="status error">Dateline does not answer. See whether it still runs.</p>' };

  const channel = new BroadcastChannel(`dateline:${dateline.corpus}`);
  let shown = ""; // tag of what is shown
  let timer = null;

  function show(state) {
    for (const [name, place] of [["line", "#status"], ["card", "#index-card"], ["welcome", "#welcome"]])
      if (name in state) document.querySelector(place).replaceChildren(...dateline.parse(state[name]).children);
    if (!("busy" in state)) return;
    const refresh = document.querySelector("#refresh");
    refresh.disabled = state.busy;
    refresh.textContent = state.busy ? "Refreshing …" : "Refresh articles";
    dateline.outlets = () => ({ __type__: "update", choices: state.outlets });
    document.querySelector("#outlets-known").click(); // Gradio fetches them from the line above
  }

  function learn({ tag, state }) {
    if (tag !== shown) show(state);
    shown = tag;
    if (state.corpus && state.corpus !== dateline.corpus) location.reload(); // other articles are served here now
    clearTimeout(timer);
    // Not all tabs at the same time: the first one to look tells the others.
    if (!document.hidden) timer = setTimeout(dateline.look, (state.busy === false ? IDLE : BUSY) * (1 + Math.random() / 5));
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
  dateline.look = async () => {
    const news = await fetched();
    channel.postMessage(news);
    learn(news);
  };

  dateline.drawn(() => {
    channel.onmessage = ({ data }) => learn(data);
    document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : dateline.look()));
    dateline.look();
  });
})();
