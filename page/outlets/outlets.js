// The two views of an answer: its passages, and what each outlet says. The second is fetched when it is first opened.
(() => {
  "use strict";

  const kept = (turn) => ({ turns: [...dateline.earlier(turn), JSON.parse(turn.dataset.kept)] });

  async function show(turn, button) {
    const wanted = button.dataset.view;
    let view = turn.querySelector(".outlets");
    if (wanted === "outlets" && !view) {
      button.disabled = true;
      const response = await dateline.post("/outlets", kept(turn)).catch(() => null);
      button.disabled = false;
      if (!response?.ok) return dateline.say("Not compared: " + ((await response?.text()) ?? "no answer"), button);
      view = document.adoptNode(dateline.parse(await response.text()).firstElementChild);
      turn.querySelector(".answer").after(view);
    }
    turn.querySelector(".answer").hidden = wanted === "outlets";
    if (view) view.hidden = wanted !== "outlets";
    turn.querySelectorAll(".view button").forEach((one) => one.setAttribute("aria-pressed", one === button));
    button.focus();
    dateline.say(wanted === "outlets" ? view.querySelector(".lead").textContent : "The passages of the answer.");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("#log .view button, #log .outlets .save button");
    if (!button) return;
    const turn = button.closest(".turn");
    if (button.dataset.view) show(turn, button);
    else dateline.save(`/outlets/${button.dataset.form}`, kept(turn), button, dateline.asked(turn));
  });
})();
