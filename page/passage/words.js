// The exact words of a quotation on the page: the styles keep every space, a <br> is a line break.

export function wordsOf(element) {
  const clone = element.cloneNode(true);
  if (!element.matches(".unfolded")) clone.querySelectorAll(".around").forEach((folded) => folded.remove());
  clone.querySelectorAll("br").forEach((br) => br.replaceWith("\n"));
  return clone.textContent.trim();
}

// The sentences of a quotation that are brought out; all of it where none is.
export function markedOf(quote) {
  const marks = [...quote.querySelectorAll("mark")].map(wordsOf);
  return marks.length ? marks : [wordsOf(quote)];
}
