"""What an index holds, for whoever is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an index holds.

    Attributes:
        corpus: The folder or file of articles it was made from.
        index: Folder of the index.
        generation: Name of the generation that answers.
        built: When that was made, UTC.
        model: Name of the model as the settings give it.
        articles: Number of articles.
        chunks: Number of passages that can be found.
        outlets: Number of articles of each outlet, by name.
        first: First day of publication among dated articles.
        last: Last one.
        ahead: Articles that are dated in the future: their days, by their places.
        size: Bytes on the disk.
        store: What keeps its vectors and words.
    """

    corpus: str
    index: str
    generation: str
    built: datetime
    model: str
    articles: int
    chunks: int
    outlets: Mapping[str, int]
    first: date | None
    last: date | None
    ahead: Mapping[str, date]
    size: int
    store: str
