"""Completes the commands that a message names with the options of the call that it is about."""

import re
import shlex
from pathlib import Path

from corpus.sample import SAMPLE_ARTICLES

_COMMAND = re.compile(r"`dateline (?P<verb>ask|check|eval|index|serve|status)\b(?! --articles)")
_WITHOUT_INDEX = "check"


def with_options(message: str, articles: Path | None, index: Path | None = None) -> str:
    """Returns a message in which the commands name the articles and the index that it is about.

    Args:
        message: Its commands stand in backticks, such as ```dateline index --rebuild```.
        articles: As the user gave it, or the default; None when the command has no such option.
        index: As the user gave it, if he did.
    """
    of_articles = "" if articles in (None, SAMPLE_ARTICLES) else f" --articles {shlex.quote(str(articles))}"
    of_index = "" if index is None else f" --index {shlex.quote(str(index))}"

    def completed(match: re.Match[str]) -> str:
        return match.group() + of_articles + ("" if match["verb"] == _WITHOUT_INDEX else of_index)

    return _COMMAND.sub(completed, message)
