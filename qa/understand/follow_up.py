"""Gives a follow-up what it takes from the questions before it: subject, time, outlets."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.language import content_terms
from qa.question import Facet, Question
from qa.times.shifted import find_shift, shifted
from qa.understand.alone import stands_alone, telling
from qa.understand.pointing import points_back
from qa.understand.speaker import known, speaker_after

CARRIED = 2  # questions before
_LONGEST_CHAIN = 10  # questions of which each needs the one before
WHOLLY = 2.0  # how far the meaning of "And why?" is pulled, against its own as 1
STRONG, WEAK = 0.5, 0.2  # the same for one that says little, or more; chosen on 132 follow-ups of people (MTRAG)
_LITTLE = 2  # different content terms
_OTHER_TIME = re.compile(
    r"\b(?:since\s+then|until\s+then|after\s+(?:that|this|it)|before\s+(?:that|this|it)|later|afterwards?|earlier|"
    r"next|now|nowadays|ever|so\s+far|in\s+general|at\s+any\s+time|(?:all|any|other)\s+(?:years?|times?))\b",
    re.IGNORECASE,
)
_OTHER_OUTLETS = re.compile(
    r"\b(?:(?:other|another|all|any|every|each|which|what|more|no)\s+(?:of\s+the\s+)?(?:other\s+)?(?:outlets?|"
    r"(?:news)?papers?|sources?|media|magazines?|sites?)|elsewhere|(?:the\s+)?others|(?:anyone|who|anybody)\s+else)\b",
    re.IGNORECASE,
)
# "Do the other outlets give the same number?" asks what was asked before.
_THE_SAME = re.compile(
    r"\b(?:the\s+)?same(?:\s+(?:accounts?|amounts?|dates?|days?|details?|facts?|figures?|numbers?|reasons?|stor(?:y|ies)|things?|"
    r"tolls?|versions?))?\b",
    re.IGNORECASE,
)

Read = Callable[[str], Question]


def follow(question: Question, before: Sequence[str], read: Read, own: Callable[[Question], str]) -> Question:
    """Gives a question what it takes from those before it, if it needs them.

    Args:
        question: As it was read by itself.
        before: The words of the questions before, oldest first.
        read: Reads such a question by itself, as on the day of this one.
        own: Returns the words of a question without its times and outlets.

    Returns:
        The question, with what was carried over in `carried` and `inherited`; itself where it stands alone.
    """
    chain = [question]
    earlier = list(before[-_LONGEST_CHAIN:])
    while earlier and not stands_alone(own(chain[-1]), content_terms(" ".join(earlier[-CARRIED:]))):
        chain.append(read(earlier.pop()))
    resolved = chain.pop()
    # "And why?" is still a little about what was asked before the question that it follows.
    further = [subject for text in reversed(earlier) if content_terms(subject := _about(read(text)))][:1]
    while chain:
        resolved = _inherit(chain.pop(), resolved, own, further)
    return replace(resolved, speaker=known(resolved.speaker))


def _inherit(question: Question, before: Question, own: Callable[[Question], str], further: Sequence[str]) -> Question:
    """Takes over what the question does not say itself of what the one before asks."""
    unread = question.filters.unread
    shift = None if question.periods else find_shift(question.text)
    if shift and shift[0] not in unread:
        counted = (shifted(shift, period) for period in before.periods[-1:])
        question = replace(question, periods=tuple(filter(None, counted)))
    words = own(question).replace(shift[0], " ") if shift else own(question)
    says_nothing = not telling(_OTHER_OUTLETS.sub(" ", _THE_SAME.sub(" ", words)))
    subjects = [text for text in (_about(before), *before.carried, *further) if content_terms(text)]
    carried = tuple(dict.fromkeys(text for text in subjects if text not in unread))[:CARRIED]
    subject = carried[0] if carried and says_nothing else question.subject
    speaker = speaker_after(question, before, words)
    if speaker and speaker.name in unread:
        speaker = None
    if speaker and before.speaker and not question.speaker and speaker != before.speaker and carried:
        subject = carried[0].replace(before.speaker.name, speaker.name)  # "And Ida Mellin?"
    times = not (shift or question.periods or question.order or _OTHER_TIME.search(words))
    periods = tuple(period for period in before.periods if times and period.words not in unread)
    order = before.order if times and before.order and before.order.words not in unread else None
    outlets: tuple[str, ...] = ()
    if not question.facets and not _OTHER_OUTLETS.search(words):
        outlets = tuple(outlet for outlet in before.outlets if outlet not in unread)
    facets = question.facets
    named = replace(question, periods=question.periods or periods, order=question.order or order).times
    if subject == before.subject and outlets and outlets == before.outlets:
        facets = before.facets  # what it asks of each
    elif subject != question.subject or outlets:
        facets = tuple(Facet(outlet, subject, named) for outlet in question.outlets or outlets)
    return replace(
        question,
        subject=subject,
        facets=facets,
        periods=question.periods or periods,
        order=question.order or order,
        carried=carried,
        leaning=_leaning(words) if carried else 0.0,
        speaker=speaker,
        inherited=(
            *(period.words for period in periods),
            *([order.words] if order else []),
            *outlets,
            *([speaker.name] if speaker and speaker == before.speaker != question.speaker else []),
        ),
    )


def _leaning(words: str) -> float:
    """Returns how far the questions before pull the meaning of one: the less it says, the further."""
    terms = set(telling(words))
    if not terms:
        return WHOLLY
    return STRONG if len(terms) <= _LITTLE or points_back(words) else WEAK


def _about(question: Question) -> str:
    """Returns what is carried over of a question: all its words, where they name no period and no outlet."""
    scope = question.periods or question.facets
    return question.subject if scope or question.subject in question.carried else question.text
