"""The rows of tables and lists in a text, each a line of cells, and the line that heads them."""

import re
from collections.abc import Sequence

CELLS = re.compile(r"\s\|\s|\t")  # between two cells


def header_of(text: str, spans: Sequence[tuple[int, int]], number: int) -> int | None:
    """Finds the line that says what the cells of a row are.

    Args:
        text: The text of a passage.
        spans: Its sentences; a line is one or more.
        number: The number of a sentence.

    Returns:
        The number of the sentence that is the first line of its table; None where the sentence is that line itself, or
        stands in no table, or the table begins with a row of figures like the others.
    """
    if not _cells(text, spans[number]):
        return None
    first = number
    while first and _cells(text, spans[first - 1]):
        first -= 1
    if first == number or any(character.isdigit() for character in text[slice(*spans[first])]):
        return None
    return first


def figures_in(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Finds the rows with figures, whose unit mostly stands in the line that heads them, or nowhere.

    Args:
        text: The text of a passage.
        spans: Its sentences.

    Returns:
        The numbers of the sentences.
    """
    lines = (text[start:end] for start, end in spans)
    return [number for number, line in enumerate(lines) if CELLS.search(line) and any(map(str.isdigit, line))]


def _cells(text: str, span: tuple[int, int]) -> int:
    """Counts what parts the line of a sentence into cells."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return len(CELLS.findall(text[start : end if end >= 0 else len(text)]))
