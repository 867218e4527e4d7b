// Talks to the server.

const RETRY = 300; // milliseconds between two attempts while the articles are being loaded
const GONE = "Dateline does not answer. See whether it still runs, then ask again.";

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Posts data as JSON. What comes back has `ok`, `words` and `response`; `response` is null where nothing answers.
export async function post(address, data) {
  const body = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data) };
  const response = await fetch(address, body).catch(() => null);
  if (!response) document.dispatchEvent(new Event("dateline:gone"));
  return response ? { ok: response.ok, words: await response.clone().text(), response } : { ok: false, words: GONE, response };
}

// Posts until the articles are loaded; null where the answer is no longer wanted.
export async function insist(address, data, isWanted, wait = () => {}) {
  for (;;) {
    const answer = await post(address, data);
    if (!isWanted()) return null;
    if (!answer.response?.headers.has("retry-after")) return answer;
    wait(answer.words);
    await pause(RETRY);
  }
}
