// Starts refreshes. Before anything is done that cannot simply be done again, it is asked whether it should be.
(() => {
  "use strict";

  const dialog = document.createElement("dialog");
  dialog.id = "sure";
  dialog.setAttribute("aria-labelledby", "sure-question");
  dialog.innerHTML =
    '<form method="dialog"><p id="sure-question"></p><p class="refused error" role="alert"></p>' +
    '<div><button value="" autofocus>Leave it as it is</button><button type="button" class="yes"></button></div></form>';
  const yes = dialog.querySelector(".yes");
  const refused = dialog.querySelector(".refused");

  function sure(button) {
    dialog.querySelector("#sure-question").textContent = button.dataset.question;
    yes.textContent = button.textContent.replace(" …", "");
    yes.onclick = () => start(button.dataset.allow);
    refused.textContent = "";
    dialog.showModal();
  }

  async function start(allow) {
    const response = await dateline.post("/refresh", { [allow]: true }).catch(() => null);
    dateline.look();
    if (response?.ok) return dialog.close();
    refused.textContent = (await response?.text()) ?? "The server does not answer.";
  }

  async function refresh() {
    await dateline.post("/refresh", {}).catch(() => null); // whatever came of it, the status tells
    dateline.look();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("#refresh")) refresh();
    const button = event.target.closest("#index-card .repair");
    if (button) sure(button);
  });

  dateline.begin(() => document.body.append(dialog));
})();
