"""The lines above a text: its headline, who wrote it, the day, and the outlet where it surely is one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from corpus.metadata.authors import read_authors
from corpus.metadata.dates import FULL_DAY, read_day
from corpus.metadata.outlets import SECTIONS
from corpus.text.folding import fold

_HEAD_LINES = re.compile(
    r"(?:.{0,40}\bhome ?[|›»>] ?.{1,60}"  # "The Site Home|The Site"
    rf"|(?:(?:{SECTIONS}|economy|(?:ai )?analysis|(?:breaking )?news|climate|home|latest)[ |/›»>]*){{1,4}}"
    r"|\d{1,3}[ -]min(?:ute)?s?[ -]read.{0,12}"  # "3 min readSource"
    r"|reading time:? \d{1,3} min(?:ute)?s?\.?"
    r"|skip to (?:main )?content|menu|search|sign in|log in|subscribe|subscribe now|hauptinhalt|zum inhalt springen"
    r"|(?:we use|this (?:site|website) uses|nous utilisons des|wir (?:verwenden|nutzen)|utilizamos) cookies.{0,400})",
    re.IGNORECASE,
)
_NAME = r"(?:(?:de|del|da|di|la|le|van|von|der|den|bin|al|el) )?[^\W\d_a-z][\w.'’-]{0,40}"
_BYLINE = re.compile(rf"B[yY] (?!The |A |An ){_NAME}(?:(?:,| and| &)? {_NAME}){{0,11}}")
_DATE_LINE = re.compile(
    r"(?P<label>(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?:? )?"
    rf"(?:\w+day,? )?(?P<day>{FULL_DAY})"
    r"(?:,?(?: at| -| \|)? \d{1,2}[:.]\d{2}.{0,15})?",
    re.IGNORECASE,
)
_OUTLET_LINE = re.compile(
    r"(?:B[yY] (?P<author>[^,|]{3,60}), )?(?P<outlet>[^\W\d_][^,|\n]{1,58}?) ?(?:,|[|·•–—-])"
    rf" ?(?:\w+day,? )?(?P<day>{FULL_DAY})",
    re.IGNORECASE,
)
# Places and people stand beside a day as well ("Geneva, 18 February 2026"), so an outlet is one that the user knows,
# an address, or what papers call themselves; what is a surname, too, needs a "The" before it.
_PAPER = re.compile(
    r"(?:\S+ ){1,5}(?:\S+-)?(?:news|times|herald|gazette|tribune|journal|courier|chronicle|guardian|observer|telegraph|"
    r"express|mirror|dispatch|examiner|inquirer|enquirer|bulletin|advertiser|advocate|reporter|weekly|review|magazine|"
    r"newspaper|ledger|news agency|zeitung|nachrichten|rundschau|tageblatt|anzeiger|kurier)"
    r"|the (?:\S+ ){0,5}(?:\S+-)?(?:sun|post|star|press|daily|mail|sentinel|record|register|standard|monitor|citizen|"
    r"independent|argus|echo)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}", re.IGNORECASE)
_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "der", "die", "das", "&"})

_HEAD_FORMS = (_HEAD_LINES, _BYLINE, _DATE_LINE, _OUTLET_LINE)
_REACH = 10  # lines with words that count as the head of a page
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S*[.!?][\"'”’»)]*")
_TITLE_LONGEST = 160
_TITLE_FEWEST = 3  # words
_NO_TITLE_START = tuple("#*_>-[(\"'“‘«„")


@dataclass(slots=True)
class Head:
    """What the first lines of a page say, filled in while they are read.

    Attributes:
        title: A headline that stands there; empty when it was known or none was found.
        known_title: The headline that was known.
        authors: Names of a byline.
        published: Day of a date line.
        outlet: Outlet of a line that gives it with the day.
        rows: Rows of the lines that are no part of the text.
        is_outlet: Whether the user knows an outlet of a name; None takes no outlet from any line.
        began: Whether the text began.
    """

    title: str = ""
    known_title: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    outlet: str = ""
    rows: list[int] = field(default_factory=list)
    is_outlet: Callable[[str], bool] | None = None
    began: bool = False

    def takes(self, line: str) -> bool:
        """Whether a line stands above the text; what it says is noted."""
        if _HEAD_LINES.fullmatch(line) or self._is_title(line):
            return True
        if not self.authors and _BYLINE.fullmatch(line):
            self.authors = read_authors(line)
            return bool(self.authors)
        if match := _DATE_LINE.fullmatch(line):
            return self._takes_day(match["label"] or "", match["day"])
        return not self.began and self._takes_outlet(line)

    def _is_title(self, line: str) -> bool:
        title, folded = fold(self.title or self.known_title), fold(line)
        return folded == title or bool(title and folded.startswith(f"{title} | "))  # as in a browser's tab

    def _takes_outlet(self, line: str) -> bool:
        match = _OUTLET_LINE.fullmatch(line.strip("*_ "))
        if match is None or self.is_outlet is None:
            return False
        known = self.is_outlet(match["outlet"]) or _is_paper(match["outlet"])
        if not known or not self._takes_day("", match["day"]):
            return False
        self.outlet = match["outlet"]
        self.authors = self.authors or read_authors(match["author"] or "")
        return True

    def _takes_day(self, label: str, written: str) -> bool:
        try:
            day = read_day(written)
        except ValueError:
            return False  # "31 February 2026"
        if not label.lower().startswith(("updated", "last", "modified")):
            self.published = self.published or day
        return True


def read_head(lines: list[str], known_title: str = "", is_outlet: Callable[[str], bool] | None = None) -> Head:
    """Goes through the first lines that hold words; a headline is looked for until the text begins.

    Args:
        lines: The lines of a text.
        known_title: The headline where it is known: lines that repeat it are dropped.
        is_outlet: Says whether the user knows an outlet of a name. None takes no outlet from any line.
    """
    several = len([line for line in lines if _OUTLET_LINE.fullmatch(line.strip("*_ "))]) > 1  # a review of the press
    head = Head(known_title=known_title, is_outlet=None if several else is_outlet)
    rows = [row for row, line in enumerate(lines) if line.strip()]
    for row in rows[:_REACH]:
        line = lines[row].strip()
        if head.takes(line):
            head.rows.append(row)
        elif not known_title and not head.title and _looks_like_title(line, lines[row + 1 :]):
            head.title = line
            head.rows.append(row)
        elif len(line) > _TITLE_LONGEST:
            break
        else:
            head.began = True
    if head.title:  # the headline often stands there twice, first without the space that sets it off
        again = [row for row in rows[:_REACH] if fold(lines[row]) == fold(head.title)]
        head.rows += [row for row in again if row not in head.rows]
    return head


def _looks_like_title(line: str, following: list[str]) -> bool:
    """A short line of several words without a full stop, set off from a text of sentences."""
    short = len(line) <= _TITLE_LONGEST and len(line.split()) >= _TITLE_FEWEST
    if not short or line.endswith((".", ":", ";", ",", "!", "…")) or line.startswith(_NO_TITLE_START):
        return False
    if not following:
        return False
    beside = following[0].strip()
    form = beside.strip("*_ ")
    set_off = not beside or len(beside) > _TITLE_LONGEST or any(known.fullmatch(form) for known in _HEAD_FORMS)
    return set_off and any(len(later) > _TITLE_LONGEST or _SENTENCE.fullmatch(later.strip()) for later in following)


def _is_paper(name: str) -> bool:
    words = name.split()
    capitals = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
    return bool((capitals and _PAPER.fullmatch(name)) or _ADDRESS.fullmatch(name))
