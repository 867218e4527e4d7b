"""The corpus as a refresh finds it: which files it has now, and what is in those that changed."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corpus.article import Article
from corpus.errors import Problem
from corpus.metadata import load_sidecar
from corpus.passed_over import PassedOver
from corpus.progress import OnProgress, Progress
from corpus.read import read_articles
from corpus.scan import scan_corpus
from index.files.held import HeldFiles
from index.files.ids import items_of, settle_ids
from index.files.intake import now, take_in
from index.files.inventory import FileChanges, FileRecord, Known
from index.files.plan import plan_refresh
from index.files.returning import read_again, returning
from index.files.spellings import Spellings, find_spellings


@dataclass(frozen=True, slots=True)
class CorpusState:
    """The corpus as a refresh finds it.

    Attributes:
        files: The files that the refresh may matter for.
        spellings: How outlets are shown.
        aliases: Other names of outlets -> names to show, as the sidecars say.
        synonyms: Words that mean the same, as the sidecars say.
        fresh: The articles that were read just now, by source.
        problems: Files and records that could not be read, now or at an earlier refresh.
        passed_over: What else lies there, by the rule that passes it over.
        warnings: What else the user should know, such as what in the sidecars is not used.
        left_out: Articles that are replaced by a later version of their item or withdrawn, and what does that.
    """

    files: FileChanges
    spellings: Spellings
    aliases: Mapping[str, str]
    synonyms: tuple[tuple[str, ...], ...]
    fresh: Mapping[str, Article]
    problems: tuple[Problem, ...]
    passed_over: tuple[PassedOver, ...]
    warnings: tuple[str, ...]
    left_out: tuple[Problem, ...]


def read_corpus(
    articles: Path,
    previous: Known | None,
    on_progress: OnProgress,
    *,
    verify: bool = False,
    everything: bool = False,
) -> CorpusState:
    """Looks at all files of a corpus and reads those that may have changed.

    Args:
        articles: The folder of articles, or the one file that holds them.
        previous: The files of the published generation, if there is one.
        on_progress: Told of scanning and reading.
        verify: Read every file's bytes instead of trusting its times and size.
        everything: Read every file anew.

    Raises:
        CorpusNotFound: The folder or file of articles is not there.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
    """
    on_progress(Progress("Scanning", 0, 0))
    scanned_ns = time.time_ns()
    scan = scan_corpus(articles)
    sidecar = load_sidecar(articles)
    inventory = previous.inventory if previous else None
    plan = plan_refresh(inventory, scan, sidecar.digest, verify=verify, everything=everything)
    known, read = previous or HeldFiles({}), partial(read_articles, sidecar=sidecar)
    before = known.records(plan.names | known.remarkable())
    intake = take_in(plan, before, read, known.born, on_progress)
    while True:
        settled = settle_ids(intake.files)
        if more := _beside(known, before, settled.files):
            found = known.records(more)
            before, intake = before | found, replace(intake, files={**intake.files, **now(found, plan)})
        elif names := returning(settled.files, before, intake.fresh):
            intake = read_again(names, intake, before, scan, read)
        else:
            break
    spellings = find_spellings(known, before, settled.files)
    also = known.records(known.of_outlets(spellings.changed) - before.keys())
    before |= also
    after = {**settled.files, **now(also, plan)}
    return CorpusState(
        files=FileChanges(scanned_ns, sidecar.digest, before, after, sum(known.outlets().values())),
        spellings=spellings,
        aliases=sidecar.outlets.aliases(),
        synonyms=sidecar.synonyms,
        fresh=intake.fresh,
        problems=(*scan.problems, *(problem for record in after.values() for problem in record.problems)),
        passed_over=scan.passed_over,
        warnings=(
            *(f"{problem.source}: {problem.reason}" for problem in sidecar.problems),
            *settled.warnings,
            *_of_stale(settled.files),
        ),
        left_out=settled.left_out,
    )


def _beside(known: Known, before: Mapping[str, FileRecord], after: Mapping[str, FileRecord]) -> set[str]:
    """Returns the names of further files whose articles may get another id, stand again or no longer stand."""
    records = [*before.values(), *after.values()]
    ids = {one for record in records for article in record.articles for one in (article.claimed_id, article.article_id)}
    return known.sharing(ids, items_of(before) | items_of(after)) - before.keys()


def _of_stale(files: Mapping[str, FileRecord]) -> list[str]:
    return [
        f"{name} cannot be read now; its older text answers until it can be, or until the file is removed."
        for name, record in files.items()
        if record.stale
    ]
