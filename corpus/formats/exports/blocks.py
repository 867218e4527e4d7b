"""A text as databases lay it out: blocks of lines between empty lines, some of them centred, some hard-wrapped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_CENTRED_FROM = 8  # blanks before each line of a block
_MIDDLE, _OFF_MIDDLE = 40, 3  # of a page of 80 columns; long lines that are centred have few blanks before them
_WIDEST = 100  # characters; programs that wrap lines wrap them before
_FEW_WIDE = 0.02  # share of lines that may be wider all the same: addresses cannot be wrapped
_HYPHENATED = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without an empty line between.

    Attributes:
        lines: The lines as they stand, with the blanks before them.
        width: Longest line of a file whose lines are wrapped; 0 where they are not.
    """

    lines: tuple[str, ...]
    width: int = 0

    @property
    def text(self) -> str:
        """The block with wrapped lines joined; other breaks stay."""
        joined = self.lines[0].strip()
        for before, line in zip(self.lines, self.lines[1:], strict=False):
            stripped = line.strip()
            if self._is_wrapped(before.rstrip(), line):
                joined += stripped if _HYPHENATED.search(joined) else f" {stripped}"
            else:
                joined += f"\n{stripped}"
        return joined

    @property
    def line(self) -> str:
        """The block on one line, for headlines and names."""
        return " ".join(" ".join(self.lines).split())

    @property
    def centred(self) -> bool:
        """Whether every line stands in the middle of the page."""
        return all(map(_is_centred, self.lines))

    def _is_wrapped(self, before: str, line: str) -> bool:
        if not self.width or line[:1].isspace():
            return False
        return len(before) + 1 + len(line.split(None, 1)[0]) > self.width


def read_blocks(lines: Iterable[str], width: int = 0) -> list[Block]:
    """Puts lines together to blocks.

    Args:
        lines: The lines of a document.
        width: What `wrap_width` says of its file.
    """
    return [Block(tuple(group), width) for group in _groups(lines)]


def wrap_width(lines: Sequence[str]) -> int:
    """Returns the width at which the lines of a file are wrapped; 0 where paragraphs are lines."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    narrow = [length for length in lengths if length <= _WIDEST]
    return max(narrow, default=0) if len(lengths) - len(narrow) <= _FEW_WIDE * len(lengths) else 0


def _groups(lines: Iterable[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_centred(line: str) -> bool:
    stripped = line.strip()
    blanks = len(line) - len(line.lstrip())
    return blanks >= _CENTRED_FROM or (blanks > 0 and abs(blanks + len(stripped) / 2 - _MIDDLE) <= _OFF_MIDDLE)
