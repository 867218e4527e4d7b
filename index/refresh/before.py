"""The generation that answers now, as a refresh finds it."""

from dataclasses import dataclass

from index.catalog import Catalog
from index.catalog.files import CatalogFiles
from index.errors import IndexNotFound
from index.files.inventory import Known
from index.generation import Manifest
from index.generation.published import Published
from index.store import Store


@dataclass(frozen=True, slots=True)
class Before:
    """The generation that answers now.

    Attributes:
        published: Where it lies.
        catalog: Its catalogue.
        files: The files it was made from.
    """

    published: Published
    catalog: Catalog
    files: Known

    @property
    def manifest(self) -> Manifest:
        """What it was made from."""
        return self.published.manifest


def read_before(store: Store) -> Before | None:
    """Reads what a refresh needs of the generation that answers; None when there is none.

    Raises:
        CorruptIndex: When it is not whole or cannot be read.
    """
    try:
        published = store.published()
    except IndexNotFound:
        return None
    catalog = Catalog(published.reader)
    return Before(published, catalog, CatalogFiles(catalog))
