// The chat: its turns, what of them is kept in this browser, and the conversations kept before.
(() => {
  "use strict";

  const MOST_EARLIER = 10; // turns sent along for a follow-up to lean on
  const MOST_KEPT = 100; // conversations
  const READING = 1000; // milliseconds after an answer before anything more is looked for

  const SLOW = 300; // milliseconds without an answer before that is said
  const RETRY = 300; // milliseconds between two attempts while the articles are being loaded
  const GONE = "Dateline does not answer. See whether it still runs, then ask again.";

  let asking = Promise.resolve(); // a question waits for the one before, whose answer it may lean on
  let editing = null; // place of the turn whose question is being edited

  const log = () => document.querySelector("#log");
  const turns = () => [...(log()?.children ?? [])];
  const place = (turn) => Number(turn.dataset.place);
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const keptOf = (list) => list.filter((turn) => turn.dataset.kept).map((turn) => JSON.parse(turn.dataset.kept));

  // What a browser has not drawn yet has no `innerText`.
  dateline.asked = (turn) => keptOf([turn])[0]?.question.asked ?? turn.querySelector(".asked").textContent;

  dateline.earlier = (turn) => keptOf(turns().filter((other) => place(other) < place(turn))).slice(-MOST_EARLIER);

  // ---------- asking ----------
  // Called by Gradio with what is in the fields when a question is sent.
  dateline.ask = (asked, outlets, since, until) => {
    if (!asked.trim()) return [];
    const last = turns().at(-1);
    const turn = waiting(editing ?? (last ? place(last) + 1 : 0), asked);
    edit(null);
    put(turn);
    dateline.write("");
    inTurn(() => answer(turn, "/ask", { asked, outlets: outlets ?? [], since, until }));
    return [];
  };

  function again(button) {
    const number = place(button.closest(".turn"));
    const { kind, value } = button.dataset;
    inTurn(() => {
      const turn = turns().find((one) => place(one) === number && one.dataset.kept);
      return turn && answer(turn, "/again", { kept: JSON.parse(turn.dataset.kept), kind, value });
    });
  }

  function inTurn(work) {
    asking = asking.then(work).catch((error) => console.error(error));
  }

  function waiting(number, asked) {
    const turn = document.querySelector("#waiting").content.firstElementChild.cloneNode(true);
    turn.dataset.place = number;
    turn.querySelector(".asked").textContent = asked;
    const words = turn.querySelector(".busy");
    setTimeout(() => (words.textContent ||= "Searching …"), SLOW);
    return turn;
  }

  // Renews a turn with what the server answers to its question, unless it is taken back meanwhile.
  async function answer(turn, address, question) {
    const data = { place: place(turn), earlier: dateline.earlier(turn), ...question };
    turn.ariaBusy = "true";
    const wait = (words) => turn.querySelectorAll(".busy").forEach((busy) => (busy.textContent = words));
    const { wanted, ok, words } = await insist(address, data, () => turn.isConnected, wait);
    if (!wanted) return;
    const renewed = ok ? document.adoptNode(dateline.parse(words).firstElementChild) : failed(turn, words);
    put(renewed);
    if (ok) {
      save();
      offerNext(renewed);
    } else if (!document.querySelector("#question textarea").value) edit(renewed); // nothing else is being written
  }

  function failed(turn, words) {
    const renewed = waiting(place(turn), dateline.asked(turn));
    const notice = renewed.querySelector(".busy");
    notice.className = "error";
    notice.textContent = words;
    return renewed;
  }

  // Posts until the articles are loaded, or until the answer is no longer wanted.
  async function insist(address, data, isWanted, wait = () => {}) {
    for (;;) {
      const response = await dateline.post(address, data).catch(() => null);
      const words = response ? await response.text() : GONE;
      if (!isWanted()) return { wanted: false };
      if (!response?.headers.has("retry-after")) return { wanted: true, ok: Boolean(response?.ok), words };
      wait(words);
      await pause(RETRY);
    }
  }

  // Turns that were never drawn have a height that is only guessed, so what is drawn on the way moves the goal.
  function bringUp(turn, times = 4) {
    turn.scrollIntoView({ block: "start" });
    if (times > 1) requestAnimationFrame(() => bringUp(turn, times - 1));
  }

  // Puts a turn in its place. Those after it lean on what stood there before, so they go.
  function put(turn) {
    const old = turns().find((other) => place(other) === place(turn));
    const isNew = !old?.querySelector(".busy"); // else it is what was waited for
    const hadFocus = old?.contains(document.activeElement);
    if (isNew) turns().filter((other) => place(other) > place(turn)).forEach((other) => other.remove());
    old ? old.replaceWith(turn) : log().append(turn);
    if (isNew) bringUp(turn); // so that an answer is read from its beginning
    if (hadFocus) focusOn(turn);
  }

  // Questions to go on with, once the server has tried them. That is work: whoever asks on at once is answered first.
  async function offerNext(turn) {
    await pause(READING);
    if (turn !== turns().at(-1)) return;
    const response = await dateline.post("/next", { turns: [JSON.parse(turn.dataset.kept)] }).catch(() => null);
    const questions = response?.ok ? await response.json() : [];
    if (!questions.length || turn !== turns().at(-1)) return;
    const next = document.createElement("nav");
    next.className = "next";
    next.setAttribute("aria-label", "Questions to go on with");
    const heading = Object.assign(document.createElement("h3"), { textContent: "Go on with" });
    next.append(
      heading,
      ...questions.map((words) =>
        Object.assign(document.createElement("button"), { type: "button", className: "example", textContent: words }),
      ),
    );
    turn.append(next);
  }

  function focusOn(turn) {
    const asked = turn.querySelector(".asked");
    asked.tabIndex = -1;
    asked.focus({ preventScroll: true });
  }

  async function example(button) {
    dateline.write((button.querySelector(".words") ?? button).textContent);
    await pause(0);
    document.querySelector("#question .submit-button").click();
  }

  // ---------- editing and undoing ----------
  function edit(turn) {
    editing = turn ? place(turn) : null;
    turns().forEach((other) => other.classList.toggle("editing", other === turn));
    if (!turn) return;
    dateline.write(dateline.asked(turn));
    dateline.say("Change the question and ask; later turns go. Esc leaves everything as it is.");
  }

  function undo(turn) {
    const asked = dateline.asked(turn);
    turn.remove();
    edit(null);
    save();
    dateline.write(asked);
    dateline.say("The last question was taken back.");
  }

  // ---------- what this browser keeps: questions and places of quotations, no text of any article ----------
  const prefix = `dateline:1:${dateline.corpus}:`;
  const current = () => sessionStorage.getItem(prefix);

  function kept() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }))
      .sort((one, other) => other.at - one.at);
  }

  function save() {
    if (!current()) sessionStorage.setItem(prefix, `${prefix}${Date.now()}-${Math.random().toString(36).slice(2, 8)}`);
    const conversation = { at: Date.now(), turns: keptOf(turns()) };
    if (!conversation.turns.length) localStorage.removeItem(current());
    else keep(current(), JSON.stringify(conversation));
    list();
  }

  function keep(key, text) {
    const oldest = () => kept().filter((one) => one.key !== key).at(-1);
    if (kept().length >= MOST_KEPT && oldest()) localStorage.removeItem(oldest().key);
    for (;;) {
      try {
        return localStorage.setItem(key, text);
      } catch {
        if (!oldest()) return dateline.say("This browser keeps no more conversations.");
        localStorage.removeItem(oldest().key); // its room is used up: the oldest makes way
      }
    }
  }

  async function open(key) {
    const { turns: held } = JSON.parse(localStorage.getItem(key) ?? '{"turns": []}');
    dateline.closeReader();
    edit(null);
    sessionStorage.setItem(prefix, key);
    const { wanted, ok, words } = await insist("/turns", { turns: held }, () => sessionStorage.getItem(prefix) === key);
    if (!wanted) return; // another one was opened meanwhile
    if (!ok) return dateline.say(words);
    log().replaceChildren(...dateline.parse(words).children);
    if (log().lastElementChild) bringUp(log().lastElementChild);
    list();
  }

  function close() {
    dateline.closeReader();
    edit(null);
    sessionStorage.removeItem(prefix);
    log().replaceChildren();
    dateline.write("");
    list();
  }

  function forget(key) {
    localStorage.removeItem(key);
    key === current() ? close() : list();
    dateline.say("The conversation was deleted.");
  }

  function list() {
    const place = document.querySelector("#conversations");
    if (!place) return;
    document.querySelector("#export").hidden = !turns().some((turn) => turn.dataset.kept);
    place.replaceChildren(
      ...kept().map(({ key, at, turns: held }) => {
        const item = document.createElement("li");
        item.innerHTML = '<button type="button" class="conversation"><span class="title"></span><span class="when"></span></button><button type="button" class="forget">×</button>';
        const [opener, forgetter] = item.children;
        const title = held[0].question.asked;
        const questions = held.length === 1 ? "1 question" : `${held.length} questions`;
        opener.querySelector(".title").textContent = title;
        opener.querySelector(".when").textContent = `${questions}, ${new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" })}`;
        opener.setAttribute("aria-current", key === current());
        opener.onclick = () => open(key);
        forgetter.setAttribute("aria-label", `Delete the conversation “${title}”`);
        // What is deleted is gone, so it takes two clicks, and not two on the same spot of a list that moves.
        forgetter.onclick = () => {
          if (forgetter.textContent !== "×") return forget(key);
          forgetter.textContent = "Delete?";
          dateline.say("Press again to delete it.");
          forgetter.onblur = () => (forgetter.textContent = "×");
        };
        return item;
      }),
    );
  }

  // ---------- saving as a file ----------
  const ENDINGS = { markdown: "md", csv: "csv", json: "json" };

  dateline.save = async (address, data, button, title) => {
    const response = await dateline.post(address, data).catch(() => null);
    if (!response?.ok) return dateline.say("Not saved", button);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
    link.download = `dateline-${name || "conversation"}.${ENDINGS[button.dataset.form]}`;
    link.click();
    URL.revokeObjectURL(link.href);
    dateline.say("Saved", button);
  };

  function download(button) {
    const first = dateline.asked(turns()[0]);
    return dateline.save(`/export/${button.dataset.form}`, { turns: keptOf(turns()) }, button, first);
  }

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    if (at("#log button.again")) again(at("button.again"));
    else if (at("#log .turn-tools .edit")) edit(at(".turn"));
    else if (at("#log .turn-tools .undo")) undo(at(".turn"));
    else if (at("button.example")) example(at("button.example"));
    else if (at("#export button")) download(at("#export button"));
    else if (at("#new-chat")) close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && editing !== null && !document.body.classList.contains("reading")) {
      edit(null);
      dateline.write("");
    }
  });

  dateline.drawn(() => {
    list();
    if (current() && localStorage.getItem(current())) open(current());
  });
})();
