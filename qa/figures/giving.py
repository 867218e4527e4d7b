"""Finds the sentences of a passage that give a figure of the kind that is asked for."""

from functools import lru_cache

from corpus.text import sentence_spans
from qa.figures.asked import AskedFigure
from qa.figures.roles import EARLIER, role
from qa.figures.values import Value, find_values

KEPT = 4000  # passages whose values are kept for the questions to come


def giving(text: str, asked: AskedFigure) -> tuple[int, ...]:
    """Finds the sentences that give a figure of the kind that is asked for.

    Args:
        text: The passage.
        asked: What is asked for. Days are named by most passages, so a question for one finds nothing here.

    Returns:
        Their numbers, from 0; where some give the kind that is rather meant, only those.
    """
    if not asked.kinds - {"day"}:
        return ()
    found = [
        (number, {value.kind for value in values if asked.is_of_kind(value)})
        for number, values in enumerate(_values(text))
    ]
    rather = tuple(number for number, kinds in found if asked.rather in kinds)
    return rather or tuple(number for number, kinds in found if kinds)


@lru_cache(maxsize=KEPT)
def _values(text: str) -> tuple[tuple[Value, ...], ...]:
    """Returns the values of each sentence, without those that tell how something was before."""
    return tuple(
        tuple(
            value
            for value in find_values(sentence)
            if role(value.kind, sentence, value.value.start, value.value.end) != EARLIER
        )
        for sentence in (text[start:end] for start, end in sentence_spans(text))
    )
