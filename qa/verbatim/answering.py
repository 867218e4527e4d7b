"""What quoted words make of the answer to a question that quotes them: where they stand, or the nearest wording."""

from collections.abc import Sequence
from dataclasses import replace

from index.generation import IndexSnapshot
from qa.answer import Answer, Verdict, coverage
from qa.language import content_terms
from qa.passage import Passage
from qa.query import Quotation, quotations
from qa.question import LONGEST_PHRASE, Question
from qa.speech.said import Said
from qa.verbatim.find import find_said
from qa.verbatim.words import words_of

_MOST = 3  # quotations of one question that are looked for
_FEWEST = 2  # words; one by itself is no wording
_ASKS = frozenset(
    content_terms(
        "ever anyone anybody somebody someone really actually exactly literally said say saying speak spoke word words "
        "quote quoted quotation phrase sentence wording stand true article report write wrote call name find first "
        "last time where who"
    )
)


def with_said(answer: Answer, snapshot: IndexSnapshot) -> Answer:
    """Gives an answer what is known of the words that its question quotes.

    Where a question asks for nothing but its quoted words, they decide what the answer is worth, too: they stand in the
    articles, or they do not. A list of articles says itself where its words stand.

    Args:
        answer: What the search found.
        snapshot: The index.
    """
    question = answer.question
    quoted = [] if answer.is_list else _quoted(question)
    if not quoted:
        return answer
    selection = question.filters.selection
    said = tuple(find_said(one.words, selection, snapshot) for one in quoted[:_MOST])
    return replace(_decided(answer, said) if _asks_nothing_else(question, quoted) else answer, said=said)


def _quoted(question: Question) -> list[Quotation]:
    """Returns what the question quotes in several words; of a whole paragraph it keeps no phrase."""
    return [
        one
        for one in quotations(question.text)
        if (one.words in question.phrases or len(one.words) > LONGEST_PHRASE) and len(words_of(one.words)) >= _FEWEST
    ]


def _asks_nothing_else(question: Question, quoted: Sequence[Quotation]) -> bool:
    rest = question.text
    for one in reversed(quoted):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    return not set(content_terms(rest)) - _ASKS


def _decided(answer: Answer, said: Sequence[Said]) -> Answer:
    phrases = [_keys(one.asked) for one in said]
    holding = [_holds(one, phrases) for one in answer.passages]
    if any(holding):
        matches = [one.matches or holds for one, holds in zip(answer.passages, holding, strict=True)]
    elif not any(one.stands for one in said):
        matches = [False for _ in answer.passages]
    else:
        return answer
    passages = tuple(replace(one, matches=fits) for one, fits in zip(answer.passages, matches, strict=True))
    return replace(
        answer,
        passages=passages,
        verdict=Verdict.ANSWERS if any(holding) else Verdict.NO,
        confidence=float(any(holding)),
        outlets=coverage(passages, {one.outlet: one.articles for one in answer.outlets}),
    )


def _keys(text: str) -> str:
    return f" {' '.join(word.key for word in words_of(text))} "


def _holds(passage: Passage, phrases: Sequence[str]) -> bool:
    keys = _keys(passage.text)
    return any(phrase in keys for phrase in phrases)
