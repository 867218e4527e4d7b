"""The questions of a benchmark and what answers each."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_SUBTITLE = r" [|-] [A-Z]\w+(?: (?:and|&|[A-Z]\w+))*"  # section or slogan behind the name of an outlet


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what answers it; a question that nothing answers has neither sentences nor articles.

    Attributes:
        identity: Its id in the question file; turns of a conversation are numbered.
        question: What is asked.
        component: Questions of one component share evidence and so are right or wrong together.
        before: Earlier questions of the conversation, oldest first.
        sentences: Sentences that answer, each as its spellings without white space.
        articles: Ids of the articles that answer, where the file gives them.
    """

    identity: str
    question: str
    component: str
    before: tuple[str, ...] = ()
    sentences: frozenset[frozenset[str]] = frozenset()
    articles: frozenset[str] = frozenset()

    @property
    def answerable(self) -> bool:
        """Whether something answers it."""
        return bool(self.sentences or self.articles)


def read_cases(path: Path, every: int = 1) -> list[Case]:
    """Reads a question file.

    A line holds ``question`` and what answers it: ``evidence`` (objects with ``sentence``, perhaps ``plain`` and
    ``article``), or ``articles``. A line with ``passages`` has its question as the last of ``turns``. Turns that have
    evidence of their own are questions of their own, asked after those before them.

    Args:
        path: A file of JSON lines.
        every: Takes every so manieth line, from the first on.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [case for row in rows[::every] for case in _cases(row)]


def _cases(row: Row) -> Iterator[Case]:
    identity = str(row["id"])
    component = str(row.get("component", identity))
    turns = row.get("turns", [])
    if "passages" in row:
        yield Case(identity, turns[-1], component, tuple(turns[:-1]), articles=frozenset(row["passages"]))
    elif turns:
        asked = [turn["question"] for turn in turns]
        for number, turn in enumerate(turns):
            name = f"{identity}.{number + 1}"
            yield Case(name, asked[number], component, tuple(asked[:number]), _sentences(turn["evidence"]))
    else:
        evidence = row.get("evidence", [])
        articles = row.get("articles", [one["article"] for one in evidence if "article" in one])
        yield Case(identity, row["question"], component, (), _sentences(evidence), frozenset(articles))


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
