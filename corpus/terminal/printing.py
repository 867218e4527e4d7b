"""Prints lines and JSON so that no article and no file name can steer the terminal."""

import json
import sys
from collections.abc import Iterable, Mapping


def print_lines(lines: Iterable[str]) -> None:
    """Writes lines to standard output; what a terminal would obey, or cannot show, becomes a replacement mark."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        safe = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line)
        sys.stdout.write(safe.encode(encoding, "replace").decode(encoding) + "\n")


def print_json(fields: Mapping[str, object]) -> None:
    """Writes an object as JSON to standard output, in ASCII; what JSON has no form for, such as a day, as text."""
    sys.stdout.write(json.dumps(fields, ensure_ascii=True, indent=2, default=str) + "\n")
