"""Articles that come back: what replaced or withdrew them is gone, and the index has lost their texts."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from corpus.article import Article
from corpus.errors import Problem, UnreadableFile
from corpus.read import Reading
from corpus.scan import Scan, SourceFile
from index.files.intake import Intake, record_of
from index.files.inventory import FileRecord


def returning(
    files: Mapping[str, FileRecord], before: Mapping[str, FileRecord], fresh: Mapping[str, Article]
) -> tuple[str, ...]:
    """Returns the names of the files that have an article whose text nobody holds.

    Args:
        files: The files now, ids settled.
        before: The same files as the published generation has them.
        fresh: The articles that were read just now, by source.
    """
    held = {*fresh, *_standing(before.values())}
    return tuple(name for name, record in files.items() if not _standing([record]) <= held)


def read_again(
    names: Collection[str],
    intake: Intake,
    before: Mapping[str, FileRecord],
    scan: Scan,
    read: Callable[[SourceFile], Reading],
) -> Intake:
    """Reads files that did not change.

    One that cannot be read now keeps the articles that are in the index, and is read at each refresh until that
    succeeds.

    Args:
        names: The files to read.
        intake: Files of the corpus as they are now.
        before: The same files as the published generation has them.
        scan: The files that can be looked at now.
        read: Reads one file of the corpus.
    """
    files, fresh = dict(intake.files), dict(intake.fresh)
    held = _standing(before.values())
    for name in names:
        record = files[name]
        try:
            if name not in scan.stamps:
                raise UnreadableFile("cannot be looked at")
            reading = read(scan.file(name))
        except UnreadableFile as error:
            kept = tuple(article for article in record.articles if article.source in held)
            problems = (Problem(name, str(error)),)
            files[name] = replace(record, digest="", articles=kept, problems=problems, stale=bool(kept))
        else:
            files[name] = record_of(replace(record, stamp=scan.stamps[name]), name, reading)
            fresh |= {article.source: article for article in reading.articles}
    return Intake(files, fresh)


def _standing(records: Iterable[FileRecord]) -> set[str]:
    return {article.source for record in records for article in record.standing}
