"""A snapshot: one generation, opened for reading."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from index.catalog import Catalog
from index.disk.size import size_of
from index.generation.holdings import Holdings
from index.generation.lease import Lease
from index.generation.manifest import Manifest
from index.search import Vectors, Words, terms
from index.search.analysis import words_as_written

_SAMPLED, _MOST_WORDS = 200, 5  # rows that are looked at for words with one beginning, and words of them


@dataclass(frozen=True, slots=True)
class IndexSnapshot:
    """One generation, open for reading, the same for as long as it is held.

    Threads may share it. Dropping it is enough: its files are let go when the last holder drops it.

    Attributes:
        generation: Name of the generation; see `index.generation.current_generation`.
        folder: Folder of the generation.
        manifest: What it was made from.
        dense: Vectors by row, and the search by meaning.
        lexical: Words by row, and the search by words.
        catalog: Articles and chunks by row.
        lease: Keeps the generation from being removed.
    """

    generation: str
    folder: Path
    manifest: Manifest
    dense: Vectors
    lexical: Words
    catalog: Catalog
    lease: Lease

    def holdings(self) -> Holdings:
        """Counts what the index holds."""
        index = self.folder.parents[1]
        first, last = self.catalog.days()
        return Holdings(
            corpus=self.manifest.corpus,
            index=str(index),
            generation=self.generation,
            built=datetime.fromisoformat(self.manifest.built),
            model=self.manifest.settings.model,
            articles=self.manifest.articles,
            chunks=self.manifest.chunks,
            outlets=self.catalog.outlets(),
            first=first,
            last=last,
            ahead=self.catalog.dated_ahead(date.today()),
            size=size_of(index),
            store=self.manifest.store,
        )

    def words_beginning(self, letters: str) -> tuple[str, ...]:
        """Returns the words that begin with some letters in the articles, the commonest of each stem, a few at most."""
        start, *more = words_as_written(letters) or [""]
        if not start or more:
            return ()
        rows = self.lexical.beginning(start)[:_SAMPLED].tolist()
        held = Counter(
            word
            for chunk in self.catalog.chunks(rows).values()
            for word in words_as_written(chunk.text)
            if word.startswith(start)
        )
        of_stem = {"".join(terms(word)): word for word, _ in reversed(held.most_common())}
        return tuple(word for word, _ in held.most_common() if word in of_stem.values())[:_MOST_WORDS]

    def close(self) -> None:
        """Lets go of the files at once; nobody may use the snapshot afterwards."""
        self.catalog.close()
        self.lease.release()
