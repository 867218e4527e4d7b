"""Brings the index up to date with the articles."""

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import EmptyCorpus
from index.build import Built, Change, Published, build_generation
from index.catalog import CATALOG_NAME, Catalog
from index.difference import Difference, Revision
from index.encoder import Encoder
from index.errors import CorruptIndex, IndexNotWritable, MassDeletion, RefreshRunning
from index.generation import current_generation, generation_folder, new_generation, part_sizes, publish, sweep
from index.manifest import MANIFEST_NAME, Manifest, read_manifest
from index.model import load_encoder
from index.progress import OnProgress, Progress
from index.report import RefreshReport
from index.settings import IndexSettings
from index.snapshot import check_parts, open_generation
from index.split import split_article
from index.survey import Survey, survey_corpus
from index.tokenizer import load_tokenizer

DEFAULTS = IndexSettings()
LOCK_NAME = "refresh.lock"
REASONS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked of a refresh; see `refresh_index`."""

    settings: IndexSettings
    encoder: Encoder | None
    verify: bool
    rebuild: bool
    allow_mass_delete: bool
    on_progress: OnProgress


def refresh_index(
    articles: Path,
    index: Path,
    settings: IndexSettings = DEFAULTS,
    *,
    encoder: Encoder | None = None,
    verify: bool = False,
    rebuild: bool = False,
    allow_mass_delete: bool = False,
    on_progress: OnProgress | None = None,
) -> RefreshReport:
    """Makes the index, or brings it up to date.

    Until the new generation is whole and on the disk, the old one answers; a refresh that fails or is killed leaves
    it as it was. When nothing changed, nothing is published and no model is loaded.

    Args:
        articles: The folder of articles, or the one file that holds them. Nothing is ever written there.
        index: Folder of the index; made where there is none.
        settings: How articles become rows. Other settings than the last time make all rows anew.
        encoder: Encodes passages; None loads the model of the settings when something must be encoded.
        verify: Read every file's bytes instead of trusting its times and size.
        rebuild: Read and encode everything, even if the old index cannot be opened.
        allow_mass_delete: Go on when more than half of the articles are gone.
        on_progress: Told what is being done.

    Raises:
        CorpusNotFound: The folder or file of articles is not there.
        EmptyCorpus: There is no index yet, and no article could be read.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
        MassDeletion: More than half of the articles would vanish.
        RefreshRunning: Another process is at it.
        CorruptIndex: The old index cannot be opened; rebuild it.
        ModelUnusable: The model is not on this machine.
    """
    started = time.perf_counter()
    options = Options(settings, encoder, verify, rebuild, allow_mass_delete, on_progress or _tell_nobody)
    with _alone(index):
        report = _refresh(articles.resolve(), index, options)
    return replace(report, seconds=time.perf_counter() - started)


def _refresh(articles: Path, index: Path, options: Options) -> RefreshReport:
    try:
        return _refresh_from(_published(index), articles, index, options)
    except CorruptIndex:
        if not options.rebuild:
            raise
    return _refresh_from(None, articles, index, options)


def _refresh_from(published: Published | None, articles: Path, index: Path, options: Options) -> RefreshReport:
    survey = survey_corpus(
        articles,
        published.manifest if published else None,
        options.settings.fingerprint(),
        options.on_progress,
        verify=options.verify,
        rebuild=options.rebuild,
    )
    revision = Revision(
        before=published.manifest.files if published else {},
        after=survey.files,
        fresh=survey.fresh,
        old=published.catalog if published else None,
    )
    difference = revision.difference()
    _guard(survey, revision, difference, options)
    if published and not difference and not options.rebuild and _same(published.manifest, survey, options):
        return _report(published.folder.name, published.manifest, difference, survey, embedded=0)
    encoder = options.encoder or load_encoder(options.settings, options.on_progress)
    folder = new_generation(index)
    built = build_generation(
        folder,
        _change(published, revision, difference, survey, encoder, options),
        encoder,
        partial(split_article, settings=options.settings, tokenizer=load_tokenizer(), encoder=encoder),
        options.on_progress,
    )
    manifest = _manifest(survey, built, encoder, options.settings, part_sizes(folder))
    (folder / MANIFEST_NAME).write_text(manifest.to_json(), "utf-8")
    open_generation(folder).close()  # nothing is published that could not be opened
    return _report(publish(index, folder), manifest, difference, survey, built.embedded, published=True)


def _guard(survey: Survey, revision: Revision, difference: Difference, options: Options) -> None:
    before = sum(len(record.articles) for record in revision.before.values())
    if 2 * difference.vanished > before and not options.allow_mass_delete:
        raise MassDeletion(
            f"{difference.vanished:,} of {before:,} articles are gone from {survey.articles}. Nothing was changed, and "
            "the old index still answers. If they are meant to be gone, run `dateline index --allow-mass-delete`."
        )
    if revision.old is None and not survey.article_count:
        reasons = [f"{problem.source}: {problem.reason}" for problem in survey.problems]
        shown = "; ".join(reasons[:REASONS_SHOWN]) or "it holds no files that Dateline reads"
        more = f"; and {len(reasons) - REASONS_SHOWN:,} more" if len(reasons) > REASONS_SHOWN else ""
        raise EmptyCorpus(f"No article could be read from {survey.articles} ({shown}{more}).")


def _same(manifest: Manifest, survey: Survey, options: Options) -> bool:
    """Says whether a new generation would be the same but for times of files."""
    if options.encoder and options.encoder.identity != manifest.encoder:
        return False
    made_from = (manifest.fingerprint, manifest.sidecar_digest, manifest.corpus)
    if made_from != (options.settings.fingerprint(), survey.sidecar_digest, str(survey.articles)):
        return False
    return {name: record.timeless() for name, record in manifest.files.items()} == {
        name: record.timeless() for name, record in survey.files.items()
    }


def _change(
    published: Published | None,
    revision: Revision,
    difference: Difference,
    survey: Survey,
    encoder: Encoder,
    options: Options,
) -> Change:
    known = None
    if published and not options.rebuild and published.manifest.encoder == encoder.identity:
        known = published
    if known and known.manifest.fingerprint == options.settings.fingerprint():
        new = (*difference.added, *difference.changed)
        gone = (*difference.removed, *(article.article_id for article in difference.changed))
        return Change(known, known, gone, difference.updated, new, survey.aliases)
    return Change(None, known, (), (), tuple(revision.articles()), survey.aliases)


def _manifest(
    survey: Survey, built: Built, encoder: Encoder, settings: IndexSettings, parts: Mapping[str, int]
) -> Manifest:
    return Manifest(
        fingerprint=settings.fingerprint(),
        settings=settings,
        encoder=encoder.identity,
        dimension=encoder.dimension,
        sidecar_digest=survey.sidecar_digest,
        corpus=str(survey.articles),
        scanned_ns=survey.scanned_ns,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        articles=survey.article_count,
        chunks=built.chunks,
        next_row=built.next_row,
        files=survey.files,
        parts=parts,
    )


def _report(
    generation: str,
    manifest: Manifest,
    difference: Difference,
    survey: Survey,
    embedded: int,
    *,
    published: bool = False,
) -> RefreshReport:
    return RefreshReport(
        generation=generation,
        published=published,
        added=len(difference.added),
        changed=len(difference.changed) + len(difference.updated) - difference.moved,
        removed=len(difference.removed),
        moved=difference.moved,
        unchanged=difference.unchanged,
        chunks=manifest.chunks,
        embedded=embedded,
        problems=survey.problems,
        warnings=survey.warnings,
        seconds=0.0,
    )


def _published(index: Path) -> Published | None:
    name = current_generation(index)
    if name is None:
        return None
    folder = generation_folder(index, name)
    manifest = read_manifest(folder)
    check_parts(folder, manifest)
    return Published(folder, manifest, Catalog(folder / CATALOG_NAME))


@contextmanager
def _alone(index: Path) -> Iterator[None]:
    """Holds the refresh lock and leaves nothing unfinished behind; says so when the folder takes no files."""
    try:
        index.mkdir(parents=True, exist_ok=True)
        with FileLock(index / LOCK_NAME, timeout=0):
            sweep(index)  # what a killed refresh left behind
            try:
                yield
            finally:
                sweep(index)
    except Timeout as error:
        raise RefreshRunning(
            f"The index in {index} is being refreshed by another process; wait for it, or stop it and try again."
        ) from error
    except (OSError, sqlite3.OperationalError) as error:
        raise IndexNotWritable(
            f"The index in {index} cannot be written: {error}. The old one, if there is one, still answers."
        ) from error


def _tell_nobody(progress: Progress) -> None:
    pass
