"""An answer as Markdown, to keep or to pass on: every quotation with its full source."""

import re
from itertools import pairwise
from urllib.parse import quote

from qa.answer import Answer
from qa.passage import Citation, Passage
from qa.render.plain import day, lead, line, printable, silent_outlets, understood

# What Markdown (CommonMark and GitHub's tables, strikethrough and mathematics) gives a meaning to, anywhere or at the
# start of a line.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~|$])")
_URL_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"
_AT_LINE_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+\-=:]))")


def answer_to_markdown(answer: Answer) -> str:
    """Writes an answer as Markdown in which nothing of an article can act as markup.

    Args:
        answer: What the articles say to a question.

    Returns:
        The question, each passage as a block quotation with the answering sentences in bold, and its source in full.
    """
    blocks = [f"# {escape(line(answer.question.asked))}", escape(lead(answer))]
    if remarks := understood(answer):
        blocks.append("Understood: " + escape("; ".join(remarks)))
    for number, passage in enumerate(answer.passages, start=1):
        blocks += [_heading(number, passage.citation), _quotation(passage), _source(passage)]
    if silent := silent_outlets(answer):
        blocks.append("No passage from " + escape(", ".join(silent)) + ".")
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Escapes one line of text so that Markdown shows it as it is."""
    return _AT_LINE_START.sub(r"\1\\", _ANYWHERE.sub(r"\\\1", text.strip()))


def _heading(number: int, citation: Citation) -> str:
    flags = "".join(f" ({escape(line(flag))})" for flag in citation.flags)
    return f"## {number}. {escape(line(citation.outlet))}, {day(citation.published)}{flags}"


def _quotation(passage: Passage) -> str:
    """Quotes line by line: a paragraph in Markdown ends its emphasis, and a second line would lose its break."""
    text, offset = printable(passage.text), passage.citation.start
    marks = [(mark.start - offset, mark.end - offset) for mark in passage.highlights]
    rows = []
    for row in re.finditer(r"[^\n]*\S[^\n]*", text):
        cuts = {row.start(), row.end(), *(min(max(cut, row.start()), row.end()) for mark in marks for cut in mark)}
        pieces = [
            _piece(text[start:end], bold=any(mark[0] <= start and end <= mark[1] for mark in marks))
            for start, end in pairwise(sorted(cuts))
        ]
        rows.append("> " + _AT_LINE_START.sub(r"\1\\", "".join(pieces).strip()))
    return "\n>\n".join(rows)


def _piece(text: str, *, bold: bool) -> str:
    words = text.strip()
    escaped = _ANYWHERE.sub(r"\\\1", words)
    return text.replace(words, f"**{escaped}**" if bold else escaped) if words else text


def _source(passage: Passage) -> str:
    citation = passage.citation
    title = f"“{escape(line(citation.title))}”" if citation.title else "headline unknown"
    known = (
        title,
        escape(line(" and ".join(citation.authors))),
        escape(line(f"{citation.article_id}, characters {citation.start}–{citation.end} of {citation.source}")),
        f"<{quote(citation.url, safe=_URL_CHARACTERS)}>" if citation.url else "",
        escape(line("the same text in " + ", ".join(f"{copy.outlet} ({copy.article_id})" for copy in passage.also_in)))
        if passage.also_in
        else "",
    )
    return "Source: " + "; ".join(part for part in known if part)
