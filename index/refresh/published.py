"""The generation that answers now, as a refresh finds it."""

from dataclasses import dataclass
from pathlib import Path

from index.catalog import Catalog
from index.catalog.catalog import CATALOG_NAME
from index.files import Inventory, read_inventory
from index.store import current_generation
from index.store.generation import generation_folder
from index.store.manifest import Manifest, check_parts, read_manifest


@dataclass(frozen=True, slots=True)
class Published:
    """The generation that answers now.

    Attributes:
        folder: Its folder.
        manifest: What it consists of.
        inventory: The files it was made from.
        catalog: Its catalogue.
    """

    folder: Path
    manifest: Manifest
    inventory: Inventory
    catalog: Catalog


def read_published(index: Path) -> Published | None:
    """Reads what a refresh needs of the published generation; None when there is none.

    Raises:
        CorruptIndex: When it is not whole or cannot be read.
    """
    name = current_generation(index)
    if name is None:
        return None
    folder = generation_folder(index, name)
    manifest = read_manifest(folder)
    check_parts(folder, manifest)
    return Published(folder, manifest, read_inventory(folder), Catalog(folder / CATALOG_NAME))
