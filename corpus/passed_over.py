"""What a scan passes over, counted by the rule that says so: nothing is left out without a word."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

_NAMES_SHOWN = 8
_PAGES = (".html", ".htm", ".xhtml")
_SAVED_WITH = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", "-filer")  # as browsers name them


class Rule(Enum):
    """Why files are passed over; the value names them, one and several."""

    KIND = ("file of a kind that is no article", "files of kinds that are no articles")
    WITHOUT_ENDING = (
        "file without an ending and without the marks of a mail or a page (name it .txt if it is an article)",
        "files without an ending and without the marks of a mail or a page (name them .txt if they are articles)",
    )
    HIDDEN = ("hidden file or folder", "hidden files and folders")
    OF_SAVED_PAGE = ("folder with the pictures of a saved page", "folders with the pictures of saved pages")
    OPEN = ("lock of an open document", "locks of open documents")
    INDEX = ("index of Dateline", "indexes of Dateline")


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files or folders that one rule passes over.

    Attributes:
        rule: The rule.
        names: Ending of the files, or name where the rule goes by names -> how many there are.
    """

    rule: Rule
    names: Mapping[str, int]

    @property
    def number(self) -> int:
        """How many there are."""
        return sum(self.names.values())

    def line(self) -> str:
        """Says it in one line: "3 files of kinds that are no articles: .css 2, .ico 1"."""
        shown = [f"{name} {count:,}" if count > 1 else name for name, count in list(self.names.items())[:_NAMES_SHOWN]]
        more = [f"and {len(self.names) - _NAMES_SHOWN:,} more"] if len(self.names) > _NAMES_SHOWN else []
        return f"{self.number:,} {self.rule.value[self.number > 1]}: {', '.join([*shown, *more])}"

    def to_dict(self) -> dict[str, object]:
        """Returns it as plain data for JSON."""
        return {"rule": self.rule.name.lower().replace("_", "-"), "names": dict(self.names)}


def count_by_rule(passed: Iterable[tuple[Rule, str]]) -> tuple[PassedOver, ...]:
    """Counts what was passed over, rule by rule, of each rule the most frequent name first.

    Args:
        passed: For each file or folder the rule, and the name to count it under.
    """
    counts: dict[Rule, Counter[str]] = {}
    for rule, name in passed:
        counts.setdefault(rule, Counter())[name] += 1
    return tuple(
        PassedOver(rule, dict(sorted(counts[rule].items(), key=lambda item: (-item[1], item[0]))))
        for rule in Rule
        if rule in counts
    )


def pages_saved_with(folder: str) -> tuple[str, ...]:
    """Returns the names of which a browser gave one to the page whose pictures and styles it put into a folder."""
    page = next((folder.removesuffix(ending) for ending in _SAVED_WITH if folder.endswith(ending)), "")
    return tuple(page + ending for ending in _PAGES) if page else ()


def folders_saved_with(page: str) -> tuple[str, ...]:
    """Returns the names of which a browser gave one to the folder of the pictures and styles of a page."""
    stem = next((page.removesuffix(ending) for ending in _PAGES if page.endswith(ending)), "")
    return tuple(stem + ending for ending in _SAVED_WITH) if stem else ()
