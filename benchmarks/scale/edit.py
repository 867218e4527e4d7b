"""Changes articles, one at a time, as somebody does who corrects them."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.whole_file import replace_file

MARK = re.compile(r"\n\nNote \w+: .*$")


@dataclass(frozen=True, slots=True)
class Editor:
    """Adds a note to articles, each in place of the one before.

    Attributes:
        files: The files of the articles, an article each.
    """

    files: Sequence[Path]

    @classmethod
    def of(cls, articles: Path, number: int) -> "Editor":
        """Takes so many articles, evenly spread over a folder."""
        files = sorted(articles.rglob("*.json"))
        return cls(files[:: max(1, len(files) // number)][:number])

    def edit(self, turn: int, word: str) -> str:
        """Adds a note with a word that no other text holds.

        Args:
            turn: Which article: the first again when all have had their turn.
            word: The word.

        Returns:
            The id of the article.
        """
        path = self.files[turn % len(self.files)]
        record = json.loads(path.read_text(encoding="utf-8"))
        note = f"\n\nNote {word}: the harbour master of {word} counted {turn:,} lanterns on the quay that night."
        record["text"] = MARK.sub("", record["text"]) + note
        self._write(path, record)
        return str(record["id"])

    def restore(self) -> None:
        """Takes all notes away."""
        for path in self.files:
            record = json.loads(path.read_text(encoding="utf-8"))
            if MARK.search(record["text"]):
                record["text"] = MARK.sub("", record["text"])
                self._write(path, record)

    def _write(self, path: Path, record: dict[str, object]) -> None:
        replace_file(path, [json.dumps(record, ensure_ascii=False, indent=1)])


def word_of(turn: int) -> str:
    """Returns a word that no text holds, another one for each turn."""
    letters = "bcdfghklmnprstvw"
    return "qzor" + "".join(letters[int(digit, 16)] + "a" for digit in f"{turn:04x}") + "x"
