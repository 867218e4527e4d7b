"""Brings the index up to date with the articles."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from corpus.article import Article
from corpus.errors import EmptyCorpus
from corpus.metadata.future import future_warnings
from corpus.progress import OnProgress, Progress
from corpus.scan import scan_corpus
from index.catalog import Catalog
from index.chunks import Chunk, load_tokenizer, split_article
from index.encode import Encoder, load_encoder
from index.errors import CorruptIndex, MassDeletion, OutdatedIndex
from index.files.inventory import INVENTORY_NAME
from index.files.state import CorpusState, read_corpus
from index.library import Library
from index.refresh.build import Built, Change, build_generation
from index.refresh.difference import Difference, Revision
from index.refresh.overlap import find_overlap
from index.refresh.published import Published, read_published
from index.refresh.report import RefreshReport
from index.store.folder import alone, writable
from index.store.generation import new_generation, publish
from index.store.manifest import MANIFEST_NAME, Manifest, part_sizes
from index.store.snapshot import open_generation

REASONS_SHOWN = 5


def refresh_index(
    library: Library,
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
        library: The articles, to which nothing is ever written, and the folder of the index; made where there is none,
            and what else lies in it is left alone. Other settings than the last time make all rows anew.
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
        NotAnIndex: The folder holds other things and no index.
        RefreshRunning: Another process is at it.
        CorruptIndex: The old index cannot be opened; rebuild it.
        ModelUnusable: The model is not on this machine.
    """
    started = time.perf_counter()
    if not library.articles.exists():
        scan_corpus(library.articles)  # raises, before a folder is made for an index of nothing
    with alone(library.index, rebuild=rebuild):
        refresh = _Refresh(
            replace(library, articles=library.articles.resolve()),
            encoder,
            verify=verify,
            rebuild=rebuild,
            allow_mass_delete=allow_mass_delete,
            on_progress=on_progress or _tell_nobody,
        )
        report = refresh.run()
    return replace(report, seconds=time.perf_counter() - started)


@dataclass(frozen=True, slots=True)
class _Refresh:
    """One refresh; the attributes are the arguments of `refresh_index`."""

    library: Library
    encoder: Encoder | None
    verify: bool
    rebuild: bool
    allow_mass_delete: bool
    on_progress: OnProgress

    def run(self) -> RefreshReport:
        try:
            return self._after(read_published(self.library.index))
        except CorruptIndex as error:
            if not (self.rebuild or isinstance(error, OutdatedIndex)):
                raise
        return self._after(None)

    def _after(self, published: Published | None) -> RefreshReport:
        corpus = read_corpus(
            self.library.articles,
            published.inventory if published else None,
            self.on_progress,
            verify=self.verify,
            everything=self.rebuild or (published is not None and self._has_other_settings(published)),
        )
        revision = Revision(
            before=published.inventory.files if published else {},
            after=corpus.inventory.files,
            fresh=corpus.fresh,
            old=published.catalog if published else None,
        )
        difference = revision.difference()
        self._guard(published, corpus, difference)
        if published and not difference and self._is_current(published, corpus):
            return _report(published.folder.name, published.manifest, corpus, difference, published.catalog)
        encoder = self.encoder or load_encoder(self.library.settings, self.on_progress)
        change = self._change(published, corpus, revision, difference, encoder)
        with writable(self.library.index):
            folder = new_generation(self.library.index)
            built = build_generation(folder, change, encoder, self._splitter(change, encoder), self.on_progress)
            (folder / INVENTORY_NAME).write_text(corpus.inventory.to_json(), "utf-8")
            manifest = self._manifest(corpus, built, encoder, part_sizes(folder))
            (folder / MANIFEST_NAME).write_text(manifest.to_json(), "utf-8")
            made = open_generation(folder)  # nothing is published that could not be opened
            report = _report(folder.name, manifest, corpus, difference, made.catalog)
            made.close()
            generation = publish(self.library.index, folder)
        return replace(report, generation=generation, published=True, embedded=built.embedded)

    def _guard(self, published: Published | None, corpus: CorpusState, difference: Difference) -> None:
        before = published.inventory.article_count if published else 0
        if 2 * difference.vanished > before and not self.allow_mass_delete:
            raise MassDeletion(
                f"{difference.vanished:,} of {before:,} articles are gone from {self.library.articles}. Nothing was "
                "changed, and the old index still answers. If they are meant to be gone, run "
                "`dateline index --allow-mass-delete`."
            )
        if published is None and not corpus.inventory.article_count:
            reasons = [f"{problem.source}: {problem.reason}" for problem in (*corpus.problems, *corpus.left_out)]
            reasons += [passed.line() for passed in corpus.passed_over]
            shown = "; ".join(reasons[:REASONS_SHOWN]) or "it holds no files that Dateline reads"
            more = f"; and {len(reasons) - REASONS_SHOWN:,} more" if len(reasons) > REASONS_SHOWN else ""
            raise EmptyCorpus(f"No article could be read from {self.library.articles} ({shown}{more}).")

    def _is_current(self, published: Published, corpus: CorpusState) -> bool:
        """Says whether a new generation would be the same as the published one but for times of files."""
        return (
            not self.rebuild
            and not self._has_other_settings(published)
            and (self.encoder is None or self.encoder.identity == published.manifest.encoder)
            and published.manifest.corpus == str(self.library.articles)
            and published.inventory.gives_the_same(corpus.inventory)
        )

    def _change(
        self,
        published: Published | None,
        corpus: CorpusState,
        revision: Revision,
        difference: Difference,
        encoder: Encoder,
    ) -> Change:
        known = None
        if published and not self.rebuild and published.manifest.encoder == encoder.identity:
            known = published
        if known is None or self._has_other_settings(known):
            new = tuple(revision.articles())
            overlap = find_overlap(None, (), new, self.on_progress)
            return Change(None, known, (), (), new, corpus.aliases, corpus.synonyms, overlap)
        gone = (*difference.removed, *(article.article_id for article in difference.changed))
        new = (*difference.added, *difference.changed)
        overlap = find_overlap(known.catalog, set(gone), new, self.on_progress)
        updated = {article.article_id: article for article in difference.updated}
        affected = [updated.pop(article.article_id, article) for article in overlap.affected]
        return Change(
            base=known,
            known=known,
            gone=(*gone, *(article.article_id for article in affected)),
            updated=tuple(updated.values()),
            new=(*new, *affected),
            aliases=corpus.aliases,
            synonyms=corpus.synonyms,
            overlap=overlap,
        )

    def _splitter(self, change: Change, encoder: Encoder) -> Callable[[Article], list[Chunk]]:
        settings, tokenizer, left_out = self.library.settings, load_tokenizer(), change.overlap.left_out

        def split(article: Article) -> list[Chunk]:
            return split_article(article, settings, tokenizer, encoder, left_out.get(article.article_id, ()))

        return split

    def _manifest(self, corpus: CorpusState, built: Built, encoder: Encoder, parts: Mapping[str, int]) -> Manifest:
        return Manifest(
            fingerprint=self.library.settings.fingerprint(),
            settings=self.library.settings,
            encoder=encoder.identity,
            dimension=encoder.dimension,
            corpus=str(self.library.articles),
            built=datetime.now(UTC).isoformat(timespec="seconds"),
            articles=corpus.inventory.article_count,
            chunks=built.chunks,
            next_row=built.next_row,
            parts=parts,
        )

    def _has_other_settings(self, published: Published) -> bool:
        return published.manifest.fingerprint != self.library.settings.fingerprint()


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
