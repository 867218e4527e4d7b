"""The questions of a benchmark and what answers each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.quality.part import WHOLE, Part, Row, day_asked

_SUBTITLE = r" [|-] [A-Z]\w+(?: (?:and|&|[A-Z]\w+))*"  # section or slogan behind the name of an outlet


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what answers it; one that nothing answers has neither sentences nor articles nor answers.

    Attributes:
        identity: Its id in the question file; turns of a conversation are numbered.
        question: What is asked.
        component: Questions of one component share evidence and so are right or wrong together.
        before: Earlier questions of the conversation, oldest first.
        sentences: Sentences that answer, each as its spellings without white space.
        articles: Ids of the articles that answer, where the file gives them.
        answers: Words that answer, each enough, where the file gives them.
        explanation: What the file tells of the answer beside that.
        holders: Ids of the articles without which nothing answers; those that answer where the file gives no more.
        asked: The day on which it was asked, where the file gives it.
    """

    identity: str
    question: str
    component: str
    before: tuple[str, ...] = ()
    sentences: frozenset[frozenset[str]] = frozenset()
    articles: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()
    explanation: str = ""
    holders: frozenset[str] = frozenset()
    asked: date | None = None

    @property
    def answerable(self) -> bool:
        """Whether something answers it."""
        return bool(self.sentences or self.articles or self.answers)


def read_cases(path: Path, part: Part = WHOLE) -> list[Case]:
    """Reads a question file.

    A line holds ``question`` and what answers it: ``evidence`` (objects with ``sentence``, perhaps ``plain`` and
    ``article``), or ``articles``, or ``answers`` with ``explanation``, ``gold`` (articles that answer) and ``holders``
    (articles that hold the words of the answer); perhaps ``date`` or ``asked``, the day of the question. A line with
    ``passages`` has its question as the last of ``turns``. Turns that have evidence of their own are questions of their
    own, asked after those before them.

    Args:
        path: A file of JSON lines.
        part: Which of them are asked.
    """
    return [case for row in part.rows(path) for case in _cases(row)]


def _cases(row: Row) -> Iterator[Case]:
    identity = str(row["id"])
    component = str(row.get("component", identity))
    turns = row.get("turns", [])
    if "passages" in row:
        gold = frozenset(row["passages"])
        yield Case(identity, turns[-1], component, tuple(turns[:-1]), articles=gold, holders=gold)
    elif turns:
        asked = [turn["question"] for turn in turns]
        for number, turn in enumerate(turns):
            name = f"{identity}.{number + 1}"
            yield Case(name, asked[number], component, tuple(asked[:number]), _sentences(turn["evidence"]))
    else:
        yield _single(row, identity, component)


def _single(row: Row, identity: str, component: str) -> Case:
    evidence = row.get("evidence", [])
    told = [one["article"] for one in evidence if "article" in one]
    articles = frozenset(row.get("gold") or row.get("articles", told))
    return Case(
        identity,
        row["question"],
        component,
        sentences=_sentences(evidence),
        articles=articles,
        answers=tuple(row.get("answers", ())),
        explanation=row.get("explanation", ""),
        holders=articles | frozenset(row.get("holders", ())),
        asked=day_asked(row),
    )


def _sentences(evidence: Iterable[Row]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(squeezed(one[key]) for key in ("sentence", "plain") if one.get(key)) for one in evidence)


def squeezed(text: str) -> str:
    """Removes all white space: exports and evidence files differ in it, and in nothing else."""
    return "".join(text.split())


def without_outlets(cases: Sequence[Case], outlets: Iterable[str]) -> list[Case]:
    """Removes the names of outlets from questions, as people ask who don't know who reported.

    Args:
        cases: The questions.
        outlets: Names. What stands behind one as its section or slogan ("The Independent - Life and Style") is removed
            with it. A name of one word counts only as it is written or in capitals: "fortune" is no magazine.
    """
    bare = {re.sub(r"^The ", "", name) for name in outlets if name}
    names = sorted(bare | {name.upper() for name in bare}, key=len, reverse=True)
    spelled = "|".join(f"(?i:{re.escape(name)})" if " " in name else re.escape(name) for name in names) or r"(?!)"
    # With the quotation marks around it and the 's after it, of which nothing would be left but marks.
    pattern = re.compile(
        rf"(?:\b[Tt]he )?(['\"“‘]?)(?:The )?(?<!\w)(?:{spelled})(?!\w)(?:{_SUBTITLE})?(?:['’]s\b)?(?(1)['\"”’]?)"
    )
    return [replace(case, question=" ".join(pattern.sub("", case.question).split())) for case in cases]
