"""Reads the TOML that users write, with reasons that show them the line, and writes strings of it."""

import json
import re
import tomllib
from typing import Any

_ERROR_LINE = re.compile(r"at line (\d+)")
_SHOWN = 80  # characters of a wrong line


def parse_toml(data: bytes) -> dict[str, Any]:
    """Returns what the bytes of a file say.

    Raises:
        ValueError: They say nothing that can be read; the message finishes the sentence "FILE ...".
    """
    text = ""
    try:
        text = data.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ValueError(f"is not UTF-8 text (line {line}): save it as UTF-8") from error
    except (ValueError, RecursionError) as error:  # what is no day, and a number of thousands of digits, too
        raise ValueError(f"is not valid TOML: {error}{_line_of(text, str(error))}") from error


def quoted(text: str) -> str:
    """Returns a text as a TOML string of one line; those of JSON are the same but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line_of(text: str, reason: str) -> str:
    """Returns the line that an error of the TOML reader names, as its readers know it."""
    match = _ERROR_LINE.search(reason)
    lines = text.splitlines()
    number = int(match[1]) if match else 0
    return f": {lines[number - 1].strip()[:_SHOWN]}" if 0 < number <= len(lines) else ""
