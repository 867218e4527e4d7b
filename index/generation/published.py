"""The generation that answers now, as a refresh finds it: what it was made from, without its searches."""

from dataclasses import dataclass
from pathlib import Path

from index.catalog.reader import Reader
from index.errors import CorruptIndex, IndexNotFound
from index.generation.lease import Lease
from index.generation.manifest import Manifest, check_parts, read_manifest
from index.generation.publish import catalog_path, current_generation, generation_folder


@dataclass(frozen=True, slots=True)
class Published:
    """A generation that was published.

    Attributes:
        generation: Its name.
        folder: Its folder.
        manifest: What it was made from.
        reader: Its catalogue's file, as it was then.
        lease: Keeps it from being removed.
    """

    generation: str
    folder: Path
    manifest: Manifest
    reader: Reader
    lease: Lease

    def close(self) -> None:
        """Lets go of the files at once."""
        self.reader.close()
        self.lease.release()


def find_published(index: Path) -> Published:
    """Finds the generation that answers.

    Args:
        index: Folder of the index.

    Raises:
        IndexNotFound: When nothing has been published there yet.
        CorruptIndex: When it cannot be read; the message names the file.
    """
    name = current_generation(index)
    while name is not None:
        try:
            return _find(index, name)
        except CorruptIndex:
            # A refresh may have published a newer generation and removed this one since its name was read.
            newer = current_generation(index)
            if newer == name:
                raise
            name = newer
    raise IndexNotFound(index)


def _find(index: Path, name: str) -> Published:
    folder = generation_folder(index, name)
    lease, manifest = _read(folder)
    path = catalog_path(index, manifest.catalog)
    reader = Reader(path)
    if reader.generation != name:
        # Committing to the catalogue is what publishes; whoever was killed then did not get to CURRENT.
        lease.release()
        folder = generation_folder(index, reader.generation)
        lease, manifest = _read(folder)
        if catalog_path(index, manifest.catalog) != path:
            raise CorruptIndex(path, f"is that of another generation than {name}")
    return Published(folder.name, folder, manifest, reader, lease)


def _read(folder: Path) -> tuple[Lease, Manifest]:
    try:
        lease = Lease(folder)
    except OSError as error:
        raise CorruptIndex(error.filename or folder, f"cannot be read: {error.strerror}") from error
    manifest = read_manifest(folder)
    check_parts(folder, manifest)
    return lease, manifest
