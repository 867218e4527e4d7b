"""Passages sentence by sentence, terms and vectors, worked out once and kept for the questions to come."""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from corpus.text import sentence_spans
from index.cache import SharedCache
from index.catalog import Catalog
from index.chunks import Chunk
from index.encode import Vector
from index.errors import CorruptIndex
from index.search import Vectors
from qa.language.quantities import written_numbers
from qa.language.terms import content_terms, content_terms_of
from qa.speech import Quotation, find_quotations, is_by
from qa.speech.same import holds, is_office, last_name

SPOKEN_KEPT = 2000  # articles, each with what one speaker says in it: some megabytes
PASSAGES_KEPT = 8000  # passages, about 140 MB
_NAMED = re.compile(r"(?<![.!?:“\"]\s)(?<!^)\b[A-Z][\w’'-]+|\b\d[\d,.]*\b")
RUN = 5  # terms; two reports of one event share next to no run this long, copies share most


@dataclass(frozen=True)
class PassageTerms:
    """A chunk and its terms.

    Attributes:
        chunk: The chunk.
        vectors: Of its sentences, shape (number of sentences, dimension), float32, rows of length 1.
    """

    chunk: Chunk
    vectors: Vector

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Sentences as offsets in the chunk's text."""
        return sentence_spans(self.chunk.text)

    @cached_property
    def words(self) -> list[str]:
        """Content terms of the chunk in order."""
        return [term for sentence in self._in_sentences for term in sentence]

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Content terms with the numbers of the sentences that hold them, from 0, rising."""
        found: dict[str, list[int]] = {}
        for number, sentence in enumerate(self._in_sentences):
            for term in dict.fromkeys(sentence):
                found.setdefault(term, []).append(number)
        return {term: tuple(numbers) for term, numbers in found.items()}

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Content terms that stand side by side."""
        return frozenset(pairwise(self.words))

    @cached_property
    def named(self) -> frozenset[str]:
        """Content terms of names and numbers: of words in capitals that begin no sentence, and of digits."""
        return frozenset(content_terms("\n".join(match[0] for match in _NAMED.finditer(self.chunk.text))))

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Content terms in runs of a few, by which copies of a text are told."""
        return frozenset(zip(*(self.words[i:] for i in range(RUN)), strict=False))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers of the chunk as they are written, in digits or in words."""
        return written_numbers(self.chunk.text)

    def nearness(self, vector: Vector) -> Vector:
        """Returns the cosine similarity of each sentence to a vector of length 1, shape (number of sentences,).

        Raises:
            CorruptIndex: When the index has vectors of other sentences.
        """
        if len(self.vectors) != len(self.spans):
            count = f"{len(self.vectors)} vectors for the {len(self.spans)} sentences"
            raise CorruptIndex("The index", f"has {count} of a passage of {self.chunk.article_id}")
        return self.vectors @ vector

    @cached_property
    def _in_sentences(self) -> list[list[str]]:
        """Content terms in order, sentence by sentence."""
        found = content_terms_of(self.chunk.text[start:end] for start, end in self.spans)
        return [list(map(sys.intern, sentence)) for sentence in found]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody says in an article.

    Attributes:
        said: All of it, in order.
        rows: The rows of the passages that hold some of it, with that; of a part of it the rest may lie outside.
    """

    said: tuple[Quotation, ...] = ()
    rows: Mapping[int, tuple[Quotation, ...]] = field(default_factory=dict)


class PassageCache:
    """Passages of one generation by row, kept for the questions to come; threads may share it."""

    def __init__(self, catalog: Catalog, vectors: Vectors) -> None:
        """Starts empty.

        Args:
            catalog: Where passages that are not kept yet are read.
            vectors: Where the vectors of their sentences are.
        """
        self._catalog = catalog
        self._vectors = vectors
        self._kept: SharedCache[int, PassageTerms] = SharedCache(PASSAGES_KEPT)
        self._spoken: SharedCache[tuple[str, str], Spoken] = SharedCache(SPOKEN_KEPT)

    def read(self, rows: Iterable[int]) -> dict[int, PassageTerms]:
        """Returns the passages of rows; rows that do not exist are left out."""
        rows = list(rows)
        kept = self._kept.get_all(rows)
        chunks = self._catalog.chunks([row for row in rows if row not in kept])
        vectors = self._vectors.sentences(chunks)
        new = {row: PassageTerms(chunk, vectors[row]) for row, chunk in chunks.items()}
        self._kept.keep(new)
        return kept | new

    def spoken(self, article_id: str, speaker: str) -> Spoken:
        """Returns what somebody says in an article."""
        if (kept := self._spoken.get((article_id, speaker))) is not None:
            return kept
        said = [one for one in self._quotations(article_id, speaker) if is_by(one, speaker)]
        spans = self._catalog.spans_of(article_id) if said else []
        rows = {row: tuple(one for one in said if one.start < end and start < one.end) for row, start, end in spans}
        spoken = Spoken(tuple(said), {row: inside for row, inside in rows.items() if inside})
        self._spoken.keep({(article_id, speaker): spoken})
        return spoken

    def _quotations(self, article_id: str, speaker: str) -> list[Quotation]:
        """Returns what is said in an article near a name; all that is, for an office, which is a name's elsewhere."""
        article, name = self._catalog.article(article_id), last_name(speaker)
        if article is None or not holds(article.text, name):
            return []
        return find_quotations(article.text, "" if is_office(speaker) else name)
