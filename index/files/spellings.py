"""How outlets are spelled: of names that differ in their spelling alone, the most frequent one is shown for all."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from corpus.metadata.outlets import outlet_key, spellings_to_show
from index.files.inventory import FileRecord, Known

Place = tuple[str, int]  # name of a file, and place of an article in it


@dataclass(frozen=True, slots=True)
class Spellings:
    """Each outlet as articles spell it -> as it is shown, before a refresh and after it."""

    before: Mapping[str, str]
    after: Mapping[str, str]

    @property
    def changed(self) -> set[str]:
        """The outlets that are shown otherwise now."""
        return {outlet for outlet, shown in self.after.items() if self.before.get(outlet, shown) != shown}


def find_spellings(known: Known, before: Mapping[str, FileRecord], after: Mapping[str, FileRecord]) -> Spellings:
    """Finds how outlets are shown.

    Args:
        known: All files of the generation.
        before: Those of them that may have changed or are gone.
        after: The same files as they are now, and those that are new.
    """
    counts = known.outlets()
    now = Counter(counts)
    now.update(more_outlets(before, after))
    fresh: dict[str, Place] = {}
    for outlet, place in _places(after):
        fresh[outlet] = min(place, fresh.get(outlet, place))

    def first(outlet: str) -> Place:
        places = known.first_of(outlet, before), fresh.get(outlet)
        return min(place for place in places if place is not None)

    return Spellings(
        before=_shown(counts, lambda outlet: known.first_of(outlet, ()) or ("", 0)),
        after=_shown({outlet: count for outlet, count in now.items() if count > 0}, first),
    )


def more_outlets(before: Mapping[str, FileRecord], after: Mapping[str, FileRecord]) -> Counter[str]:
    """Returns how many more articles of each outlet stand in some files than before; fewer are negative."""
    more = Counter(outlet for outlet, _ in _places(after))
    more.subtract(outlet for outlet, _ in _places(before))
    return more


def _shown(counts: Mapping[str, int], first: Callable[[str], Place]) -> dict[str, str]:
    several = Counter(map(outlet_key, counts))
    places = {outlet: first(outlet) if several[outlet_key(outlet)] > 1 else ("", 0) for outlet in counts}
    return spellings_to_show({outlet: counts[outlet] for outlet in sorted(counts, key=places.__getitem__)})


def _places(files: Mapping[str, FileRecord]) -> list[tuple[str, Place]]:
    return [
        (article.outlet, (name, place))
        for name, record in files.items()
        for place, article in enumerate(record.articles)
        if article.stands
    ]
