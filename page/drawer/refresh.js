// Starts refreshes. Before anything is done that cannot simply be done again, it is asked whether it should be.
import { drawn, made } from "../html/document.js";
import { post } from "../html/server.js";
import { look } from "./status.js";

let dialog = null;

async function refresh(allowed = {}) {
  const answer = await post("/refresh", allowed);
  look(); // whatever came of it, the status tells
  return answer;
}

function sure(button) {
  const yes = dialog.querySelector(".yes");
  const refused = dialog.querySelector(".refused");
  dialog.querySelector("#sure-question").textContent = button.dataset.question;
  refused.textContent = "";
  yes.textContent = button.textContent.replace(" …", "");
  yes.onclick = async () => {
    const { ok, words } = await refresh({ [button.dataset.allow]: true });
    if (ok) dialog.close();
    else refused.textContent = words;
  };
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#refresh, #index-card .repair");
  if (!button) return;
  if (button.matches(".repair")) sure(button);
  else refresh();
});

drawn(() => {
  dialog = made("sure");
  document.body.append(dialog);
});
