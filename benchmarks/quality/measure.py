"""Asks one set of questions of all systems."""

import hashlib
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality.bootstrap import Difference, paired_bootstrap
from benchmarks.quality.cases import Case, read_cases, without_outlets
from benchmarks.quality.figures import MACRO, Figures, abstention, answered, average
from benchmarks.quality.forms import FORMS, Form
from benchmarks.quality.part import Part
from benchmarks.quality.sets import QuestionSet
from benchmarks.quality.systems import Found, Query, System
from benchmarks.quality.verdicts import verdicts
from corpus.progress import OnProgress, Progress

PRODUCT = "product"
LATENCY = "median ms"


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set.

    Attributes:
        name: Name of the set.
        sha256: Of the file of questions.
        part: What of it was asked.
        answerable: Questions that the articles answer.
        unanswerable: Questions that they do not.
        figures: By system and name.
        differences: The product less each other system, by system and name, for figures that each question has.
    """

    name: str
    sha256: str
    part: Part
    answerable: int
    unanswerable: int
    figures: dict[str, Figures]
    differences: dict[str, dict[str, Difference]]


@dataclass(frozen=True, slots=True)
class _Run:
    """What one system found: for answerable questions, for the others, and without the articles that answer."""

    answerable: list[Found]
    unanswerable: list[Found]
    excluded: list[Found]

    def figures(self, form: Form, gold: Sequence[Case]) -> Figures:
        """Returns the figures that no single question has."""
        return {
            **form.marks(gold, self.answerable),
            **answered(self.answerable),
            **abstention("null", self.answerable, self.unanswerable),
            **abstention("excluded", self.answerable, self.excluded),
            **verdicts(form, gold, self.answerable, [*self.unanswerable, *self.excluded]),
            LATENCY: 1000 * statistics.median(found.seconds for found in self.answerable),
        }


def measure(
    questions: QuestionSet,
    data: Path,
    systems: Mapping[str, System],
    outlets: Sequence[str],
    part: Part,
    on_progress: OnProgress,
) -> Measured:
    """Asks every system, grades what it finds, and compares.

    Args:
        questions: The set.
        data: Folder of the development data.
        systems: By name, the product among them.
        outlets: Names of the outlets of the corpus.
        part: Which of the questions are asked.
        on_progress: Told after each question.
    """
    file = data / questions.questions
    cases = read_cases(file, part)
    if not questions.outlets:
        cases = without_outlets(cases, outlets)
    gold = [case for case in cases if case.answerable]
    null = [case for case in cases if not case.answerable]
    components, form = [case.component for case in gold], FORMS[questions.form]
    graded: dict[str, list[Figures]] = {}
    figures: dict[str, Figures] = {}
    for name, system in systems.items():
        queries = _queries(gold, null, excluding=questions.excluding)
        found = []
        for one in system.find(queries, form.depth):
            found.append(one)
            on_progress(Progress(f"{questions.name}, {name}", len(found), len(queries)))
        run = _Run(found[: len(gold)], found[len(gold) :][: len(null)], found[len(gold) + len(null) :])
        graded[name] = [form.grade(case, one) for case, one in zip(gold, run.answerable, strict=True)]
        figures[name] = average(graded[name], components) | run.figures(form, gold)
    return Measured(
        name=questions.name,
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        part=part,
        answerable=len(gold),
        unanswerable=len(null),
        figures=figures,
        differences={
            name: _differences(graded[PRODUCT], graded[name], components) for name in systems if name != PRODUCT
        },
    )


def _queries(gold: Sequence[Case], null: Sequence[Case], *, excluding: bool) -> list[Query]:
    plain = [Query(case.question, case.before, today=case.asked) for case in (*gold, *null)]
    return plain + [
        replace(query, exclude=tuple(sorted(case.holders)))
        for query, case in zip(plain, gold, strict=False)
        if excluding
    ]


def _differences(
    product: Sequence[Figures], other: Sequence[Figures], components: Sequence[str]
) -> dict[str, Difference]:
    shared = len(set(components)) < len(components)
    found = {}
    for name in product[0]:
        each = [ours[name] - theirs[name] for ours, theirs in zip(product, other, strict=True)]
        found[name] = paired_bootstrap(each, components)
        if shared:
            found[f"{name}{MACRO}"] = paired_bootstrap(each, components, macro=True)
    return found
