// Starts refreshes. Before anything is done that cannot simply be done again, it is asked whether it should be.
import { post } from "../html/server.js";
import { sure } from "../html/sure.js";
import { look } from "./status.js";

async function refresh(allowed = {}) {
  const answer = await post("/refresh", allowed);
  look(); // whatever came of it, the status tells
  return answer;
}

function repair({ dataset, textContent }) {
  sure(dataset.question, textContent.replace(" …", ""), async () => {
    const { ok, words } = await refresh({ [dataset.allow]: true });
    return ok ? "" : words;
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#refresh, #index-card .repair");
  if (!button) return;
  if (button.matches(".repair")) repair(button);
  else refresh();
});
