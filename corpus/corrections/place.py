"""Where an article lies: the file of its own, or the file of many and its number there."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.article import file_of
from corpus.errors import UnreadableFile
from corpus.metadata.sidecar import toml_path


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article lies.

    Attributes:
        path: Its file.
        name: Name of the file in the corpus.
        is_record: Whether the file has others beside it.
    """

    path: Path
    name: str
    is_record: bool


def find_place(root: Path, source: str) -> Place:
    """Finds the file of an article.

    Args:
        root: The folder of articles, or the one file that holds them.
        source: The article's source.

    Raises:
        UnreadableFile: It is not there, whether or not it is somewhere else, or a link leads to it out of the folder.
    """
    folder = toml_path(root).parent
    for name in dict.fromkeys((source, file_of(source))):
        path = folder / name
        if leads_down(name) and path.is_file() and (root.is_dir() or path == root):
            if not path.resolve().is_relative_to(folder.resolve()):
                raise UnreadableFile(f"{name} lies outside of {folder}, where a link leads to it.")
            return Place(path, name, name != source)
    raise UnreadableFile(f"{file_of(source)} is not in {folder} any more. Refresh, and look again.")


def leads_down(path: str) -> bool:
    """Says whether a path that a stranger names can lead to nothing outside of the folder that it begins in."""
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and "\0" not in path
