"""A process that begins to convert a model and is never done, for a test that kills it."""

import sys
import time
import types
from pathlib import Path

from index.encode.load import load_encoder
from index.settings import IndexSettings


def convert(source: Path, identity: str, target: Path) -> None:
    """Writes all files of a converted model but the weights, says so, and waits."""
    del source
    (target / "card.json").write_text(f'{{"identity": "{identity}"}}')
    (target / "model.xml").write_text("<net>")
    sys.stdout.write(f"{target}\n")
    sys.stdout.flush()
    time.sleep(600)


def main() -> None:
    """Loads the default model, which must be converted first."""
    slow = types.ModuleType("index.encode.convert")
    slow.__dict__["convert"] = convert
    sys.modules[slow.__name__] = slow  # in the place of the real one, which would be done in seconds
    load_encoder(IndexSettings())


if __name__ == "__main__":
    main()
