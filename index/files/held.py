"""The files of a generation, held whole; none where there is no generation."""

from collections import Counter
from collections.abc import Collection, Mapping

from index.files.inventory import FileRecord, Inventory


class HeldFiles:
    """`index.files.inventory.Known` of records that are at hand."""

    def __init__(self, files: Mapping[str, FileRecord], scanned_ns: int = 0, sidecar_digest: str = "") -> None:
        """Holds records by name."""
        self._files = dict(sorted(files.items()))
        self.inventory = Inventory(
            scanned_ns,
            sidecar_digest,
            {name: record.stamp for name, record in files.items()},
            {name for name, record in files.items() if not record.digest},
        )

    def records(self, names: Collection[str] | None = None) -> dict[str, FileRecord]:
        """Returns the records of some files."""
        return {name: record for name, record in self._files.items() if names is None or name in names}

    def remarkable(self) -> set[str]:
        """Returns the names of the files of which there is something to say."""
        return {name for name, record in self._files.items() if record.is_remarkable}

    def sharing(self, ids: Collection[str], items: Collection[str]) -> set[str]:
        """Returns the names of the files with an article that claims one of some ids or is of one of some items."""
        return {
            name
            for name, record in self._files.items()
            for article in record.articles
            if article.claimed_id in ids or (article.edition and article.edition.item in items)
        }

    def born(self, name: str) -> set[str]:
        """Returns the names of the files that were first read under a name."""
        return {own for own, record in self._files.items() if record.born == name}

    def outlets(self) -> dict[str, int]:
        """Returns the number of standing articles of each outlet as spelled there."""
        return dict(Counter(article.outlet for record in self._files.values() for article in record.standing))

    def first_of(self, outlet: str, without: Collection[str]) -> tuple[str, int] | None:
        """Returns the file of the first standing article of an outlet, and its place in there."""
        for name, record in self._files.items():
            for place, article in enumerate(record.articles):
                if article.stands and article.outlet == outlet and name not in without:
                    return name, place
        return None

    def of_outlets(self, outlets: Collection[str]) -> set[str]:
        """Returns the names of the files with a standing article of one of some outlets."""
        return {name for name, record in self._files.items() for one in record.standing if one.outlet in outlets}
