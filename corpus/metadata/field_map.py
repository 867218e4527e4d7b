"""Finds in a record the values that may be a field of an article: where the user says, then where programs put them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from corpus.metadata.names import ADDRESSES, BELOW, NAMES
from corpus.text.folding import fold_name

_MOST_ITEMS = 100  # of a list inside a record
_LEVELS = 3  # of objects that stand for one value, such as {"$date": {"$numberLong": "..."}}
_ADDRESS = 1_000  # rank of the names that hold an address


@dataclass(frozen=True, slots=True)
class Found:
    """A value that may be a field.

    Attributes:
        rank: The smaller, the more it is trusted; below 0 where the user says so.
        path: Where it stands, as written, with points between names.
        value: The value as parsed.
    """

    rank: int
    path: str
    value: object

    @property
    def is_address(self) -> bool:
        """Says whether its name is one of those that hold the address of an outlet."""
        return self.rank >= _ADDRESS


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Where records give the fields of an article.

    Attributes:
        said: Field, as in `NAMES`, and the paths that the user names for it; they are tried before all others.
    """

    said: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def find(self, record: Mapping[str, object]) -> dict[str, list[Found]]:
        """Finds all values that may be fields, for each field the most trusted first."""
        table = _table(self.said)
        found: dict[str, list[Found]] = {}
        for name, value in record.items():
            for place in table.get(fold_name(str(name)), ()):
                places = found.setdefault(place.field, [])
                if isinstance(value, Mapping | list):
                    places.extend(_values(place, str(name), value))
                elif not place.rest:
                    places.append(Found(place.rank, str(name), value))
        for several in found.values():
            if len(several) > 1:
                several.sort(key=attrgetter("rank"))
        return found

    def names(self, name: str, field: str) -> bool:
        """Says whether a name can be that of a field."""
        return any(place.field == field and not place.rest for place in _table(self.said).get(fold_name(name), ()))


@dataclass(frozen=True, slots=True)
class _Place:
    field: str
    rank: int
    rest: tuple[str, ...]  # names below the first, folded


@lru_cache(maxsize=16)
def _table(said: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, Sequence[_Place]]:
    """Returns the first name of each path, folded -> what may stand there."""
    table: dict[str, list[_Place]] = {}
    ranked = [(field, path, rank - _ADDRESS) for field, paths in said for rank, path in enumerate(paths)]
    ranked += [(field, path, rank) for field, paths in NAMES.items() for rank, path in enumerate(paths)]
    ranked += [("outlet", path, rank + _ADDRESS) for rank, path in enumerate(ADDRESSES)]
    for field, path, rank in ranked:
        first, *rest = (fold_name(part) for part in path.split("."))
        table.setdefault(first, []).append(_Place(field, rank, tuple(rest)))
        # Tables made of nested records have columns such as "source.name".
        for column in [path] * bool(rest) + [f"{path}.{name}" for name in BELOW.get(field, ())]:
            table.setdefault(fold_name(column), []).append(_Place(field, rank, ()))
    return table


def _values(place: _Place, path: str, value: object) -> Iterator[Found]:
    for part in place.rest:
        step = _step(value, part)
        if step is None:
            return
        path, value = f"{path}.{step[0]}", step[1]
    yield from (Found(place.rank, *opened) for opened in _open(place.field, path, value, _LEVELS))


def _step(value: object, name: str) -> tuple[str, object] | None:
    """Goes into an object; a list is the list of what its items have there."""
    if isinstance(value, list):
        steps = [step for item in value[:_MOST_ITEMS] if isinstance(item, Mapping) and (step := _step(item, name))]
        return (steps[0][0], [inner for _, inner in steps]) if steps else None
    if isinstance(value, Mapping):
        return next(((str(key), inner) for key, inner in value.items() if fold_name(str(key)) == name), None)
    return None


def _open(field: str, path: str, value: object, levels: int) -> Iterator[tuple[str, object]]:
    """Gives what an object holds for the value that it stands for; it itself where it is no such object."""
    if isinstance(value, list) and len(value) == 1 and field in BELOW and field != "authors":
        value = value[0]  # search engines write each value as a list
    if field == "text" and _step(value, "title"):
        return  # a record of its own
    found = False
    if isinstance(value, Mapping) and levels:
        for name in BELOW.get(field, ()):
            if step := _step(value, fold_name(name)):
                found = True
                yield from _open(field, f"{path}.{step[0]}", step[1], levels - 1)
    if not found:
        yield path, value
