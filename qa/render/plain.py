"""Plain text for the terminal and for Markdown: what introduces an answer, and article text made safe to print."""

import re

from qa.answer import Answer
from qa.question import Question
from qa.render.wording import filter_words, lead, searched

# Controls that could move the cursor or recolour the screen (C0, DEL, C1), separators that only some programs break a
# line at, marks that reorder the letters around them, and lone surrogates, which no encoding can write.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Replaces every character that could act on a terminal, one for one, so that offsets stay true.

    Args:
        text: Any text; line breaks are kept, a tab becomes a space.

    Returns:
        A text of the same length.
    """
    return _UNPRINTABLE.sub("�", text.replace("\t", " "))


def one_line(text: str) -> str:
    """Returns the text as one printable line."""
    return printable(" ".join(text.split()))


def opening(answer: Answer) -> tuple[str, ...]:
    """Says what was found, without claiming more than the passages show.

    Returns:
        The line above everything, and, where nothing was found, one that names what follows for what it is.
    """
    if answer.found:
        return (f"{lead(answer)}.",)
    near = "The nearest passages, which are not an answer:" if answer.passages else "Nothing in them comes near it."
    return ("The articles do not answer this.", f"Searched {searched(answer)}. {near}")


def understood(question: Question) -> tuple[str, ...]:
    """Says how a question was read, one remark each, wherever that is more than its own words."""
    return (
        *(f"outlet: {outlet}" for outlet in question.outlets),
        *(f"exact words: “{phrase}”" for phrase in question.phrases),
        *(f"period: {period.words}" for period in question.periods),
        *filter_words(question.filters),
        *(f"carried over: {words}" for words in question.carried),
    )


def silent_outlets(answer: Answer) -> tuple[str, ...]:
    """Names the outlets of the index that no passage comes from."""
    return tuple(coverage.outlet for coverage in answer.outlets if not coverage.passages)
