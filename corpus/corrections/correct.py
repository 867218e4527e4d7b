"""Corrects the outlet, day, headline and authors of an article, by an entry of corpus.toml."""

from dataclasses import dataclass
from pathlib import Path

from corpus.article import UNKNOWN_OUTLET, Article
from corpus.corrections.fields import KEYS, Typed, read_typed
from corpus.corrections.place import find_place
from corpus.corrections.sidecar_file import change_entry
from corpus.corrections.statements import Value
from corpus.errors import UnreadableFile
from corpus.metadata import Sidecar, load_sidecar
from corpus.read import read_articles
from corpus.scan import SourceFile
from corpus.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an article, as it can be corrected.

    Attributes:
        name: The key of ``[[article]]`` that says it.
        said: What corpus.toml says of this article; empty when it says nothing.
        otherwise: What it is without that; empty when it is unknown.
        origin: Where that was found, in words a reader can check.
    """

    name: str
    said: str
    otherwise: str
    origin: str

    @property
    def value(self) -> str:
        """What it is now."""
        return self.said or self.otherwise


def fields_of(root: Path, source: str) -> tuple[Field, ...]:
    """Returns what is said of an article, and what its file gives without that.

    Args:
        root: The folder of articles, or the one file that holds them.
        source: The article's source.

    Raises:
        UnreadableFile: Its file is not there, or cannot be read; the message is a whole sentence.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
    """
    return _fields(root, source, load_sidecar(root))


def correct(root: Path, source: str, typed: Typed) -> tuple[str, ...]:
    """Writes what somebody typed of an article into corpus.toml. The index is not refreshed.

    A field that is typed as it is stays as it is, and an empty one takes back what corpus.toml says of it.

    Args:
        root: The folder of articles, or the one file that holds them.
        source: The article's source.
        typed: The fields.

    Returns:
        The names of the fields that are otherwise now.

    Raises:
        BadCorrection: Some cannot be what was typed; nothing was written.
        UnreadableFile: The article's file is not there, or cannot be read; the message is a whole sentence.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written, or cannot be written.
    """
    sidecar = load_sidecar(root)
    values = read_typed(typed, sidecar.date_order)
    fields = _fields(root, source, sidecar)
    said = {field.name: values[field.name] for field in fields if _differs(field, values[field.name])}
    if said:
        change_entry(root, source, said)
    return tuple(said)


def _fields(root: Path, source: str, sidecar: Sidecar) -> tuple[Field, ...]:
    said = sidecar.said(source)
    article = _read(root, source, sidecar.without(source, KEYS.values()))
    origins = {place.field: place.origin for place in article.provenance}
    fields = []
    for key, name in KEYS.items():
        otherwise = _shown(getattr(article, name)).removeprefix(UNKNOWN_OUTLET)
        origin = origins.get(name, "") if otherwise else ""
        fields.append(Field(key, _shown(getattr(said, name)), otherwise, origin))
    return tuple(fields)


def _shown(value: object) -> str:
    """Returns a value of a field as people type it."""
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _differs(field: Field, value: Value | None) -> bool:
    return bool(field.said) if value is None else _shown(value) != field.value


def _read(root: Path, source: str, sidecar: Sidecar) -> Article:
    place = find_place(root, source)
    try:
        file = SourceFile(place.path, place.name, Stamp.of(place.path.stat()))
        reading = read_articles(file, sidecar)
    except UnreadableFile as error:
        raise UnreadableFile(f"{place.name} {error}.") from error
    except OSError as error:
        raise UnreadableFile(f"{place.name} cannot be read: {error.strerror}.") from error
    found = next((article for article in reading.articles if article.source == source), None)
    if found is None:
        raise UnreadableFile(f"{source} is no article any more. Refresh, and look again.")
    return found
