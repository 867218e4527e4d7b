"""What articles share with others, as the catalogue keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Article
from corpus.overlap.copies import Sketch


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the articles that changed share with all others.

    Attributes:
        affected: Articles that did not change, but of which a line became one that the outlet repeats, or ceased to
            be; their chunks are made anew.
        lines: Id of each article that changed or is affected -> keys of its lines.
        left_out: Id of such an article -> spans of its text that no chunk may hold; missing where there is none.
        repeated: Keys of all lines of the corpus that an outlet repeats.
        sketches: Id of each article that changed or is affected -> its sketch.
        copies: Pairs of articles with the same text of which one changed or is affected.
    """

    affected: tuple[Article, ...]
    lines: Mapping[str, frozenset[int]]
    left_out: Mapping[str, Sequence[tuple[int, int]]]
    repeated: frozenset[int]
    sketches: Mapping[str, Sketch]
    copies: tuple[tuple[str, str], ...]
