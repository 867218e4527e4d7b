"""Finds the sentences of a passage that give a figure of the kind that is asked for."""

import re
from functools import lru_cache

from corpus.text import sentence_spans
from qa.figures.asked import AskedFigure
from qa.figures.counted import FATES
from qa.figures.roles import EARLIER, role
from qa.figures.values import Value, find_values

KEPT = 4000  # passages whose values are kept for the questions to come
_NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|none|no (?:people|person|deaths?|fatalit(?:y|ies)|injur(?:y|ies)))\b", re.IGNORECASE
)


def giving(text: str, asked: AskedFigure) -> tuple[int, ...]:
    """Finds the sentences that give a figure of the kind that is asked for, or say that what is counted befell nobody.

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
    nobody = _nobody(text, asked.fates) if asked.fates else frozenset()
    return rather or tuple(number for number, kinds in found if kinds or number in nobody)


def _nobody(text: str, fates: frozenset[str]) -> frozenset[int]:
    """Returns the sentences that say that something happened to nobody, as in "Nobody died."."""
    spans = enumerate(sentence_spans(text))
    none = ((number, text[start:end]) for number, (start, end) in spans if _NOBODY.search(text, start, end))
    return frozenset(number for number, sentence in none if any(FATES[fate].search(sentence) for fate in fates))


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
