// The clipboard: the same as plain text, and as HTML for programs that keep headings and links.

export async function copy(text, html = "") {
  try {
    if (!html) return await navigator.clipboard.writeText(text);
    const forms = { "text/plain": text, "text/html": html };
    const item = Object.entries(forms).map(([type, words]) => [type, new Blob([words], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(item))]);
  } catch {
    copyAsBefore(text, html);
  }
}

// A page that was not opened on this machine and not over https may not use the clipboard the new way.
function copyAsBefore(text, html) {
  const area = Object.assign(document.createElement("textarea"), { value: text });
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
  };
  document.body.append(area);
  area.select();
  document.addEventListener("copy", put, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", put);
  area.remove();
}

// A quotation with its source, as both.
export function copyQuote(words, source) {
  const quote = document.createElement("blockquote");
  words.split("\n").filter((line) => line.trim()).forEach((line) => quote.append(paragraph(line)));
  return copy(`${words}\n\n${source}\n`, quote.outerHTML + paragraph(source).outerHTML);
}

const paragraph = (words) => Object.assign(document.createElement("p"), { textContent: words });
