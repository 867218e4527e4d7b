"""Brings the index up to date with the articles."""

import time
from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from datetime import date

from corpus.article import Article
from corpus.errors import EmptyCorpus
from corpus.metadata.future import future_warnings
from corpus.progress import OnProgress, Progress
from corpus.scan import scan_corpus
from index.catalog import Catalog
from index.catalog.overlap import Overlap
from index.chunks import Chunk, load_tokenizer, split_article
from index.encode import Encoder, load_encoder
from index.errors import CorruptIndex, MassDeletion, OutdatedIndex
from index.files.state import CorpusState, read_corpus
from index.generation import Manifest
from index.library import Library
from index.refresh.before import Before, read_before
from index.refresh.build import Builder, Known, cut
from index.refresh.difference import Difference, Revision
from index.refresh.overlap import find_overlap
from index.refresh.ready import Ready, make_ready, outgrown
from index.refresh.report import RefreshReport
from index.store import Changes, FolderStore, Store, engine_of

REASONS_SHOWN = 5


def refresh_index(
    library: Library,
    *,
    encoder: Encoder | None = None,
    verify: bool = False,
    rebuild: bool = False,
    allow_mass_delete: bool = False,
    store: str | None = None,
    convert: bool = False,
    on_progress: OnProgress | None = None,
) -> RefreshReport:
    """Makes the index, or brings it up to date.

    Until the new generation is whole and on the disk, the old one answers; a refresh that fails or is killed leaves
    it as it was. When nothing changed, nothing is published and no model is loaded.

    Args:
        library: The articles, to which nothing is ever written, and the folder of the index; made where there is none,
            and what else lies in it is left alone. Other settings than the last time make all rows anew.
        encoder: Encodes passages; None loads the model of the settings when something must be encoded.
        verify: Read every file's bytes instead of trusting its times and size.
        rebuild: Read and encode everything, even if the old index cannot be opened.
        allow_mass_delete: Go on when more than half of the articles are gone.
        store: The name of what is to keep the index (see `index.store.ENGINES`); None for what keeps it, and for what
            the library says where there is none.
        convert: Move the index there first, if it is kept in another store.
        on_progress: Told what is being done.

    Raises:
        CorpusNotFound: The folder or file of articles is not there.
        EmptyCorpus: There is no index yet, and no article could be read.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
        MassDeletion: More than half of the articles would vanish.
        NotAnIndex: The folder holds other things and no index.
        RefreshRunning: Another process is at it.
        CorruptIndex: The old index cannot be opened; rebuild it.
        NewerIndex: A newer version of Dateline made the index.
        StoreMismatch: The index is kept in another store; convert it.
        StoreUnusable: The store needs more than is installed.
        ModelUnusable: The model is not on this machine.
    """
    started = time.perf_counter()
    if not library.articles.exists():
        scan_corpus(library.articles)  # raises, before a folder is made for an index of nothing
    place = FolderStore(library.index, store or engine_of(library.index) or library.store)
    with place.alone(rebuild=rebuild):
        tell = on_progress or _tell_nobody
        ready = Ready() if rebuild else make_ready(place, store, tell, convert=convert)
        refresh = _Refresh(
            replace(library, articles=library.articles.resolve()),
            place,
            encoder,
            verify=verify,
            rebuild=rebuild,
            allow_mass_delete=allow_mass_delete,
            on_progress=tell,
        )
        report = refresh.run()
        notes = (*ready.notes, *outgrown(ready, report.chunks, engine_of(library.index)))
    return replace(report, warnings=(*notes, *report.warnings), seconds=time.perf_counter() - started)


@dataclass(frozen=True, slots=True)
class _Refresh:
    """One refresh of a store; the other attributes are the arguments of `refresh_index`."""

    library: Library
    store: Store
    encoder: Encoder | None
    verify: bool
    rebuild: bool
    allow_mass_delete: bool
    on_progress: OnProgress

    def run(self) -> RefreshReport:
        try:
            before = read_before(self.store)
            with closing(before.published) if before else nullcontext():
                return self._after(before)
        except CorruptIndex as error:
            if not (self.rebuild or isinstance(error, OutdatedIndex)):
                raise
        return self._after(None)

    def _after(self, before: Before | None) -> RefreshReport:
        corpus = read_corpus(
            self.library.articles,
            before.files if before else None,
            self.on_progress,
            verify=self.verify,
            everything=self.rebuild or (before is not None and self._has_other_settings(before)),
        )
        revision = Revision(
            files=corpus.files,
            spellings=corpus.spellings,
            fresh=corpus.fresh,
            old=before.catalog if before else None,
        )
        difference = revision.difference()
        self._guard(before, corpus, difference)
        if before and not difference and self._is_current(before, corpus):
            return _report(before.published.generation, before.manifest, corpus, difference, before.catalog)
        encoder = self.encoder or load_encoder(self.library.settings, self.on_progress)
        known = before if before and not self.rebuild and before.manifest.encoder == encoder.identity else None
        builder = Builder(encoder, self._known(known) if known else None, self.on_progress)
        changes = self._changes(before, known, corpus, revision, difference, encoder, builder)
        with closing(self.store.apply(changes, self.on_progress)) as made:
            report = _report(made.generation, made.manifest, corpus, difference, Catalog(made.reader))
        return replace(report, published=True, embedded=builder.embedded)

    def _known(self, before: Before) -> Known:
        return Known(before.catalog, lambda: self.store.searches(before.published).dense)

    def _guard(self, published: Before | None, corpus: CorpusState, difference: Difference) -> None:
        before = corpus.files.articles_before
        if 2 * difference.vanished > before and not self.allow_mass_delete:
            raise MassDeletion(
                f"{difference.vanished:,} of {before:,} articles are gone from {self.library.articles}. Nothing was "
                "changed, and the old index still answers. If they are meant to be gone, run "
                "`dateline index --allow-mass-delete`."
            )
        if published is None and not corpus.files.articles_after:
            reasons = [f"{problem.source}: {problem.reason}" for problem in (*corpus.problems, *corpus.left_out)]
            reasons += [passed.line() for passed in corpus.passed_over]
            shown = "; ".join(reasons[:REASONS_SHOWN]) or "it holds no files that Dateline reads"
            more = f"; and {len(reasons) - REASONS_SHOWN:,} more" if len(reasons) > REASONS_SHOWN else ""
            raise EmptyCorpus(f"No article could be read from {self.library.articles} ({shown}{more}).")

    def _is_current(self, published: Before, corpus: CorpusState) -> bool:
        """Says whether a new generation would be the same as the published one but for times of files."""
        return (
            not self.rebuild
            and not self._has_other_settings(published)
            and (self.encoder is None or self.encoder.identity == published.manifest.encoder)
            and published.manifest.corpus == str(self.library.articles)
            and published.files.inventory.sidecar_digest == corpus.files.sidecar_digest
            and corpus.files.give_the_same
        )

    def _changes(
        self,
        before: Before | None,
        known: Before | None,
        corpus: CorpusState,
        revision: Revision,
        difference: Difference,
        encoder: Encoder,
        builder: Builder,
    ) -> Changes:
        base = known if known and not self._has_other_settings(known) else None
        files = revision.files
        if base is None:
            files = files.of_all(before.files.records() if before else {})
            revision = replace(revision, files=files)
        gone = (*difference.removed, *(article.article_id for article in difference.changed)) if base else ()
        new = (*difference.added, *difference.changed) if base else tuple(revision.articles())
        overlap = find_overlap(base.catalog if base else None, set(gone), new, self.on_progress)
        updated = {article.article_id: article for article in difference.updated} if base else {}
        affected = [updated.pop(article.article_id, article) for article in overlap.affected]
        new = (*new, *affected)
        first_row = base.manifest.next_row if base else 0
        passages = cut(new, first_row, self._splitter(overlap, encoder), self.on_progress)
        return Changes(
            base=base.published if base else None,
            gone=(*gone, *(article.article_id for article in affected)),
            updated=tuple(updated.values()),
            new=new,
            passages=builder.encoded(passages),
            aliases=corpus.aliases,
            synonyms=corpus.synonyms,
            overlap=overlap,
            files=files if base else replace(files, before={}, articles_before=0),
            settings=self.library.settings,
            encoder=encoder.identity,
            dimension=encoder.dimension,
            corpus=self.library.articles,
        )

    def _splitter(self, overlap: Overlap, encoder: Encoder) -> Callable[[Article], list[Chunk]]:
        settings, tokenizer, left_out = self.library.settings, load_tokenizer(), overlap.left_out

        def split(article: Article) -> list[Chunk]:
            return split_article(article, settings, tokenizer, encoder, left_out.get(article.article_id, ()))

        return split

    def _has_other_settings(self, before: Before) -> bool:
        return before.manifest.fingerprint != self.library.settings.fingerprint()


def _report(
    generation: str, manifest: Manifest, corpus: CorpusState, difference: Difference, catalog: Catalog
) -> RefreshReport:
    return RefreshReport(
        generation=generation,
        published=False,
        added=len(difference.added),
        changed=len(difference.changed) + len(difference.updated) - difference.moved,
        removed=len(difference.removed),
        moved=difference.moved,
        unchanged=difference.unchanged,
        chunks=manifest.chunks,
        embedded=0,
        problems=corpus.problems,
        passed_over=corpus.passed_over,
        warnings=(*corpus.warnings, *future_warnings(catalog.dated_ahead(date.today()))),
        left_out=corpus.left_out,
        seconds=0.0,
    )


def _tell_nobody(progress: Progress) -> None:
    pass
