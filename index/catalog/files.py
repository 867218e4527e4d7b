"""The files that the articles of the catalogue come from."""

import json

from index.catalog.catalog import Catalog
from index.errors import CorruptIndex
from index.files import Inventory
from index.files.inventory import FileRecord


def read_inventory(catalog: Catalog) -> Inventory:
    """Returns the files as they were when the generation was made.

    Raises:
        CorruptIndex: They cannot be read.
    """
    files = {name: _record(record) for name, record in catalog.select("SELECT name, record FROM file ORDER BY name")}
    return Inventory(scanned_ns(catalog), _meta(catalog, "sidecar_digest"), files)


def file_record(catalog: Catalog, name: str) -> FileRecord | None:
    """Returns the record of a file; None where the index has none of this name.

    Raises:
        CorruptIndex: It cannot be read.
    """
    found = catalog.select("SELECT record FROM file WHERE name = ?", name)
    return _record(found[0][0]) if found else None


def scanned_ns(catalog: Catalog) -> int:
    """Returns when the files were looked at, nanoseconds since 1970."""
    return int(_meta(catalog, "scanned_ns") or 0)


def _meta(catalog: Catalog, key: str) -> str:
    found = catalog.select("SELECT value FROM meta WHERE key = ?", key)
    return str(found[0][0]) if found else ""


def _record(written: str) -> FileRecord:
    try:
        return FileRecord.from_dict(json.loads(written))
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise CorruptIndex("The catalogue", f"has a file that cannot be understood ({error})") from error
