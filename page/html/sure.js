// Asks whether something should be done that cannot simply be done again.
import { show } from "../frame/layers.js";
import { drawn, made } from "./document.js";

let dialog = null;

// Does it once that is confirmed; what `act` returns is said as the reason why it was not done.
export function sure(question, words, act) {
  const yes = dialog.querySelector(".yes");
  const refused = dialog.querySelector(".refused");
  dialog.querySelector("#sure-question").textContent = question;
  refused.textContent = "";
  yes.textContent = words;
  yes.onclick = async () => {
    refused.textContent = (await act()) ?? "";
    if (!refused.textContent) dialog.close();
  };
  show(dialog);
}

drawn(() => {
  dialog = made("sure");
  document.body.append(dialog);
});
