"""Whether a passage gives an answer that is known by its words, and the figures of questions of this kind."""

import re
import statistics
from collections.abc import Sequence
from datetime import timedelta

from benchmarks.quality.cases import Case
from benchmarks.quality.figures import Figures
from benchmarks.quality.systems import Found, Shown

MARKED_AMONG = 5  # passages whose marks are looked at: those that a user is shown

# A passage with the words of the answer is on another matter unless it has this share of the question's words, ...
ON_THE_MATTER = 0.3
# ... and may be on an older event of the same kind unless it has most of them, or is as recent as that, or has this
# share of the words that explain the answer.
SAME_EVENT = 0.67
RECENT = timedelta(days=60)
EXPLAINED = 0.45

_TELLS_NOTHING = frozenset(
    "a an the  that their there these this its it  "
    "and or but as  at by for from in into of on to with  "
    "be been is are was were will  do does did  has have had  "
    "how many much  what when where which who whom whose why  week year".split()
)


def gives_answer(case: Case, passage: Shown) -> bool:
    """Says whether a passage holds the words of a known answer, and seems to tell of the event that is asked about.

    Sixty answers were read: this rule named the same first passage for 49, for 43 without `SAME_EVENT` and the rest.
    """
    if not holds_answer(case, passage.text):
        return False
    there = set(_words(passage.title)) | set(_words(passage.text))
    share = _share(_telling(case.question), there)
    if share < ON_THE_MATTER:
        return False
    recent = case.asked and passage.published and case.asked - passage.published <= RECENT
    return share >= SAME_EVENT or bool(recent) or _share(_telling(case.explanation), there) >= EXPLAINED


def shows_answer(case: Case, found: Found, most: int) -> bool:
    """Says whether one of the first passages gives the answer."""
    return any(gives_answer(case, passage) for passage in found.passages[:most])


def grade_answers(case: Case, found: Found) -> Figures:
    """Returns the figures of one question whose answer is known."""
    given = (rank for rank, passage in enumerate(found.passages[:10], 1) if gives_answer(case, passage))
    first = next(given, None)
    at = {f"answer@{most}": float(first is not None and first <= most) for most in (1, 3, 5, 10)}
    return {**at, "MRR@10": 1 / first if first else 0.0}


def marked_answers(cases: Sequence[Case], found: Sequence[Found]) -> Figures:
    """Returns how well the first passages are highlighted, if the system highlights.

    Returns:
        ``marked@5``: the share of questions whose answer stands in a highlighted sentence of one of the first five
        passages that gives it; ``unmarked@5``: the mean share of such a passage, right or not, that is not highlighted.
    """
    first = [passage for one in found for passage in one.passages[:MARKED_AMONG]]
    if not any(passage.marks for passage in first):
        return {}
    unmarked = (1 - sum(end - start for start, end in one.marks or ()) / max(1, len(one.text)) for one in first)
    return {
        f"marked@{MARKED_AMONG}": statistics.fmean(map(_is_marked, cases, found)),
        f"unmarked@{MARKED_AMONG}": statistics.fmean(unmarked),
    }


def _is_marked(case: Case, found: Found) -> bool:
    return any(
        holds_answer(case, passage.text[start:end])
        for passage in found.passages[:MARKED_AMONG]
        if gives_answer(case, passage)
        for start, end in passage.marks or ()
    )


def holds_answer(case: Case, text: str) -> bool:
    """Says whether a text holds the words of a known answer."""
    spaced = f" {' '.join(_words(text))} "
    answers = (" ".join(_words(answer)) for answer in case.answers)
    return any(f" {answer} " in spaced for answer in answers if answer)


def _telling(text: str) -> set[str]:
    return set(_words(text)) - _TELLS_NOTHING


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _share(wanted: set[str], there: set[str]) -> float:
    return len(wanted & there) / max(1, len(wanted))
