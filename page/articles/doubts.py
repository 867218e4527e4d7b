"""What is doubtful about an article, in words, by the cell of the table that it stands beside."""

from dataclasses import dataclass
from datetime import date

from corpus.check.doubts import ARTICLE, doubts_by_field
from corpus.metadata.future import lies_ahead
from index.catalog.where import Doubt
from qa.collection.shelf import Entry
from qa.render.wording import FLAGS

_TOLD = ("stub", "encoding-guessed")  # flags that a warning says more of

# How a list of articles is named of which this is doubted.
NAMES = {
    Doubt.OUTLET: "no outlet known",
    Doubt.DAY: "no day known",
    Doubt.AHEAD: "dated in the future",
    Doubt.HEADLINE: "no headline",
    Doubt.STUB: "perhaps not whole",
    Doubt.ENCODING: "encoding guessed",
    Doubt.GENERATED: "AI-generated",
}


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is doubtful about an article, one sentence each: of its day, of its outlet, of its authors, and else."""

    day: tuple[str, ...]
    outlet: tuple[str, ...]
    authors: tuple[str, ...]
    article: tuple[str, ...]


def doubts_of(entry: Entry, today: date) -> Doubts:
    """Returns the doubts about an article.

    Args:
        entry: The article.
        today: Articles that are dated later are doubted.
    """
    said = doubts_by_field(entry.warnings)
    published = entry.article.published
    ahead = published is not None and lies_ahead(published, today)
    flags = tuple(FLAGS.get(flag, flag) for flag in entry.flags if flag not in _TOLD)
    return Doubts(
        day=(*said.get("published", ()), *(["Dated in the future."] if ahead else [])),
        outlet=said.get("outlet", ()),
        authors=said.get("authors", ()),
        article=(*flags, *said.get(ARTICLE, ())),
    )
