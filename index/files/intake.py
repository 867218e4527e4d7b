"""Takes in the files of a corpus: reads those that changed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.errors import Problem, UnreadableFile
from corpus.progress import OnProgress, Progress
from corpus.read import Reading
from corpus.scan import SourceFile
from corpus.stamp import Stamp
from index.files.ids import claim
from index.files.inventory import FileRecord
from index.files.plan import RefreshPlan

NO_RECORD = FileRecord(Stamp(0, 0, 0, 0), digest="", born="")


@dataclass(frozen=True, slots=True)
class Intake:
    """Files of the corpus as they are now.

    Attributes:
        files: A record of each file that is looked at, by name; the ids in them are claims, not settled yet.
        fresh: The articles that were read just now, by source.
    """

    files: Mapping[str, FileRecord]
    fresh: Mapping[str, Article]


def take_in(
    plan: RefreshPlan,
    known: Mapping[str, FileRecord],
    read: Callable[[SourceFile], Reading],
    born: Callable[[str], Collection[str]],
    on_progress: OnProgress,
) -> Intake:
    """Reads what a plan says.

    A file that gave articles and cannot be read now keeps them: an older text that is marked as such is better than
    a loss. Removing the file removes them.

    Args:
        plan: What to read.
        known: The files of the published generation that the plan names, and others.
        read: Reads one file of the corpus.
        born: Returns the names of the files that were first read under a name.
        on_progress: Told after each file.
    """
    files = now(known, plan)
    births = _Births(known, plan, born)
    fresh: dict[str, Article] = {}
    waiting = sorted([*plan.read, *plan.check], key=lambda file: file.name)
    checked = {file.name for file in plan.check}
    for done, file in enumerate(waiting, start=1):
        before = known.get(file.name, NO_RECORD)
        record = replace(before, stamp=file.stamp)
        try:
            if file.name in checked and before.digest and not before.has_changed(file):
                files[file.name] = _marked(record, stale=False)
            else:
                reading = read(file)
                name = record.born or births.name_for(file.name, reading.digest)
                files[file.name] = record_of(replace(record, born=name), file.name, reading)
                fresh |= {article.source: article for article in reading.articles}
        except UnreadableFile as error:
            files[file.name] = _stale(record, file.name, Problem(file.name, str(error)))
        on_progress(Progress("Reading articles", done, len(waiting)))
    return Intake(files, fresh)


def now(known: Mapping[str, FileRecord], plan: RefreshPlan) -> dict[str, FileRecord]:
    """Returns the records of known files as they are before any is read; without those that are gone."""
    unseen, gone = set(plan.unseen), set(plan.drop)
    return {name: _marked(record, stale=name in unseen) for name, record in known.items() if name not in gone}


class _Births:
    """Finds the name under which the content of a new file was first read."""

    def __init__(
        self, known: Mapping[str, FileRecord], plan: RefreshPlan, born: Callable[[str], Collection[str]]
    ) -> None:
        self._born, self._dropped = born, set(plan.drop)
        self._given: set[str] = set()
        self._lost: dict[str, list[str]] = {}
        for name in plan.drop:
            self._lost.setdefault(known[name].digest, []).append(name)
        self._known = known

    def name_for(self, name: str, digest: str) -> str:
        """Returns the name a moved file was born under, else the file's own, made different where it is taken."""
        candidates = self._lost.get(digest, [])
        if candidates:
            same_name = [old for old in candidates if old.rpartition("/")[2] == name.rpartition("/")[2]]
            old = (same_name or candidates)[0]
            candidates.remove(old)
            born = self._known[old].born
        else:
            born, number = name, 1
            while born in self._given or not self._dropped.issuperset(self._born(born)):
                number += 1
                born = f"{name}~{number}"
        self._given.add(born)
        return born


def record_of(record: FileRecord, name: str, reading: Reading) -> FileRecord:
    """Returns the record of a file that was read, the ids in it claims."""
    articles = tuple(claim(record, name, article) for article in reading.articles)
    return replace(record, digest=reading.digest, articles=articles, problems=reading.problems, stale=False)


def _stale(record: FileRecord, name: str, problem: Problem) -> FileRecord:
    # Without a digest it is read again at every refresh until that succeeds.
    return replace(record, digest="", born=record.born or name, problems=(problem,), stale=bool(record.articles))


def _marked(record: FileRecord, *, stale: bool) -> FileRecord:
    return record if record.stale == stale else replace(record, stale=stale)
