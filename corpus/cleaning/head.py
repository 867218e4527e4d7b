"""The lines above a text: its headline, who wrote it, the day, and the outlet where it surely is one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.metadata import Metadata
from corpus.metadata.authors import read_authors
from corpus.metadata.dates import FULL_DAY, read_day
from corpus.metadata.merge import from_places
from corpus.metadata.outlets import SECTIONS
from corpus.text.folding import fold
from corpus.text.word_count import count_words

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
    r"(?:B[yY] (?P<author>[^,|·•]{3,60}?)(?:,| ?[|·•]) )?(?P<outlet>[^\W\d_][^,|\n]{1,58}?) ?(?:,|[|·•–—-])"
    rf" ?(?:\w+day,? )?(?P<day>{FULL_DAY})(?P<page>,? (?:pages?|pp?\.|seiten?|s\.) ?[A-Z]?\d{{1,4}})?",
    re.IGNORECASE,
)
# Places and people stand beside a day as well ("Geneva, 18 February 2026"), so an outlet is one that the user knows,
# an address, or what papers call themselves; what is a surname, too, needs a "The" or the author's name before it, or a
# page after the day.
_SURNAMES = "sun|post|star|press|daily|mail|sentinel|record|register|standard|monitor|citizen|independent|argus|echo"
_PAPER = re.compile(
    r"(?:\S+ ){1,5}(?:\S+-)?(?:news|times|herald|gazette|tribune|journal|courier|chronicle|guardian|observer|telegraph|"
    r"express|mirror|dispatch|examiner|inquirer|enquirer|bulletin|advertiser|advocate|reporter|weekly|review|magazine|"
    r"newspaper|ledger|news agency|zeitung|nachrichten|rundschau|tageblatt|anzeiger|kurier|radio|tv|fm)"
    rf"|the (?:\S+ ){{0,5}}(?:\S+-)?(?:{_SURNAMES})",
    re.IGNORECASE,
)
_PAPER_OR_SURNAME = re.compile(rf"(?:[^\W\d_a-z]\S* ){{1,5}}(?i:{_SURNAMES})")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}", re.IGNORECASE)
_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "der", "die", "das", "&"})

_HEAD_FORMS = (_HEAD_LINES, _BYLINE, _DATE_LINE, _OUTLET_LINE)
_MOST_LINES = 10  # with words, that count as the head of a page
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S*[.!?؟][\"'”’»)]*|.{10,}[。！？][」』”’）]*")  # and where no blanks are
_TITLE_LONGEST = 160  # characters
_TITLE_FEWEST = 3  # words
_NO_TITLE_START = tuple("#*_>-[(\"'“‘«„「『（")
_NO_TITLE_END = (*".:;,!…。：；，、！", "。”", "。」", "。』")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a text.

    Attributes:
        found: The headline, authors, day and outlet that the lines give.
        rows: Rows of the lines that are no part of the text.
    """

    found: Metadata = field(default_factory=Metadata)
    rows: frozenset[int] = frozenset()


def read_head(lines: list[str], known_title: str = "", is_outlet: Callable[[str], bool] | None = None) -> Head:
    """Goes through the first lines that hold words; a headline is looked for until one is found.

    Args:
        lines: The lines of a text.
        known_title: The headline where it is known: lines that repeat it are dropped.
        is_outlet: Says whether the user knows an outlet of a name. None takes no outlet from any line.
    """
    if len([line for line in lines if _OUTLET_LINE.fullmatch(line.strip("*_ "))]) > 1:
        is_outlet = None  # a review of the press
    filled = [(row, line.strip()) for row, line in enumerate(lines) if line.strip()][:_MOST_LINES]
    found, rows = Metadata(), set[int]()
    for row, line in filled:
        said = _read_line(line, found, known_title, is_outlet)
        if said is None and not (known_title or found.title) and _looks_like_title(line, lines[row + 1 :]):
            said = from_places(title=(line, "first line of the text"))
        if said is not None:
            found = found.over(said)
            rows.add(row)
        elif len(line) > _TITLE_LONGEST:
            break
        else:
            is_outlet = None  # the text began, and speaks of outlets itself
    if found.title:  # the headline often stands there twice, first without the space that sets it off
        rows |= {row for row, line in filled if fold(line) == fold(found.title)}
    return Head(found, frozenset(rows))


def _read_line(
    line: str, found: Metadata, known_title: str, is_outlet: Callable[[str], bool] | None
) -> Metadata | None:
    """Returns what a line above the text says; None for a line of the text."""
    title, folded = fold(found.title or known_title), fold(line)
    again = folded == title or (title and folded.startswith(f"{title} | "))  # as in a browser's tab
    if _HEAD_LINES.fullmatch(line) or again:
        return Metadata()
    if not found.authors and _BYLINE.fullmatch(line):
        byline = _read_byline(line)
        return byline if byline.authors else None
    if match := _DATE_LINE.fullmatch(line):
        return _read_day(match["day"], match["label"] or "")
    return _read_outlet(line, is_outlet, bool(found.authors)) if is_outlet else None


def _read_byline(words: str) -> Metadata:
    people = tuple(name for name in read_authors(words) if not _is_paper(name))  # for which somebody writes
    return from_places(authors=(people, "byline above the text"))


def _read_day(written: str, label: str = "") -> Metadata | None:
    try:
        day = read_day(written)
    except ValueError:
        return None  # "31 February 2026"
    edited = label.lower().startswith(("updated", "last", "modified"))
    return Metadata() if edited else from_places(published=(day, "date line above the text"))


def _read_outlet(line: str, is_outlet: Callable[[str], bool], authored: bool) -> Metadata | None:
    match = _OUTLET_LINE.fullmatch(line.strip("*_ "))
    if match is None:
        return None
    name, certain = match["outlet"], bool(authored or match["author"] or match["page"])
    if not (is_outlet(name) or _is_paper(name) or (certain and _PAPER_OR_SURNAME.fullmatch(name))):
        return None
    day = _read_day(match["day"])
    outlet = from_places(outlet=(match["outlet"], "line above the text"))
    return day and day.over(outlet).over(_read_byline(match["author"] or ""))


def _looks_like_title(line: str, following: list[str]) -> bool:
    """A short line of several words without a full stop, set off from a text of sentences."""
    short = len(line) <= _TITLE_LONGEST and count_words(line) >= _TITLE_FEWEST
    if not short or line.endswith(_NO_TITLE_END) or line.startswith(_NO_TITLE_START):
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
