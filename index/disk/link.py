"""Files that two folders share: what is never changed need not be copied."""

import os
import shutil
from pathlib import Path


def link(path: Path, new: Path) -> None:
    """Gives a file that nobody changes a second name; where the file system has no hard links, makes a copy.

    Args:
        path: The file.
        new: Its other name, which is not taken.

    Raises:
        OSError: It can neither be linked nor copied.
    """
    try:
        os.link(path, new)
    except OSError:  # a file system without hard links, or with too many of this file
        shutil.copyfile(path, new)
