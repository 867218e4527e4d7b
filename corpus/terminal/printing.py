"""Prints lines and JSON so that no article and no file name can steer the terminal."""

import json
import sys
from collections.abc import Iterable, Mapping

from corpus.text.characters import INVISIBLE


def print_lines(lines: Iterable[str]) -> None:
    """Writes lines to standard output; what a terminal would obey, or cannot show, becomes a replacement mark."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        safe = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line)
        sys.stdout.write(safe.encode(encoding, "replace").decode(encoding) + "\n")


def print_json(fields: Mapping[str, object]) -> None:
    """Writes an object as JSON to standard output; what JSON has no form for, such as a day, as text.

    Escaped is what a terminal would obey or nobody can see, and all but ASCII where the output is not UTF-8.
    """
    readable = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    text = json.dumps(fields, ensure_ascii=not readable, indent=2, default=str)
    sys.stdout.write(INVISIBLE.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n")
