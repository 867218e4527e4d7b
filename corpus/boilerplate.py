"""Lines that a page prints around an article. Whole lines only, each exactly of a known form, none silently."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from corpus.authors import read_authors
from corpus.dates import FULL_DAY, read_day

_SECTION = (
    "politics|world|business|economy|science|technology|tech|health|sports?|culture|opinion|analysis|ai analysis|news|"
    "europe|international|national|local|environment|climate|home|latest|breaking news"
)
_HEAD_LINES = re.compile(
    r"(?:.{0,40}\bhome ?[|›»>] ?.{1,60}"  # "The Site Home|The Site"
    rf"|(?:(?:{_SECTION})[ |/›»>]*){{1,4}}"  # sections, often glued: "PoliticsAI Analysis"
    r"|\d{1,3}[ -]min(?:ute)?s?[ -]read.{0,12}"  # "3 min readSource"
    r"|reading time:? \d{1,3} min(?:ute)?s?\.?"
    r"|skip to (?:main )?content|menu|search|sign in|log in|subscribe|subscribe now|hauptinhalt|zum inhalt springen"
    r"|(?:we use|this (?:site|website) uses|nous utilisons des|wir (?:verwenden|nutzen)|utilizamos) cookies.{0,400})",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"(?:advertisement|article continues below(?: advertisement)?|story continues below(?: advertisement)?"
    r"|share|tweet|share this (?:article|story)|share on (?:facebook|x|twitter|whatsapp|linkedin)|copy link|print"
    r"|listen to this (?:article|story)|sign up (?:for|to) (?:our|the) newsletters?|click to share.{0,40}"
    r"|facebook ?(?:twitter|x) ?(?:whatsapp|linkedin|email)?.{0,12})",
    re.IGNORECASE,
)
_TAIL_STARTS = frozenset(
    {
        *("more from author", "more stories", "more news", "related", "related articles", "related stories"),
        *(
            "related posts",
            "related topics",
            "recommended",
            "recommended for you",
            "read more",
            "read next",
            "also read",
        ),
        *("you may also like", "you might also like", "most read", "most popular", "trending", "thoughts", "comments"),
        *("leave a reply", "leave a comment", "next article", "previous article", "about the author", "tags"),
        *("share this", "follow us"),
    }
)
_AI_MADE = re.compile(
    r"(?:note: |disclaimer: )?this (?:content|article|story|post|text|page|report|summary) (?:is|was|has been) "
    r"(?:ai[- ]generated|(?:generated|written|produced|created|summari[sz]ed) (?:entirely |automatically )?"
    r"(?:by|with|using) (?:an? )?(?:ai\b|artificial intelligence|large language model)).{0,400}",
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

_HEAD_FORMS = (_HEAD_LINES, _BYLINE, _DATE_LINE)

_HEAD_REACH = 10  # lines with words that count as the head of a page
_TAIL_REACH = 0.6  # a tail begins after this share of the lines
_TAIL_WORDS = 0.25  # and holds at most this share of the words
_FURNITURE_LONGEST = 500  # characters
_TITLE_LONGEST = 160
_TITLE_FEWEST = 3  # words
_NO_TITLE_START = tuple("#*_>-[(\"'“‘«„")


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without the lines around it, and what these lines said.

    Attributes:
        text: What is left, line by line as it was.
        title: A headline that stood above the text; empty when none was found or one was given.
        authors: Names of a byline that stood above the text.
        published: Day of a date line that stood above the text.
        ai_generated: Whether a line says that the text was made by a machine.
        dropped: Every line left out, in order.
    """

    text: str
    title: str
    authors: tuple[str, ...]
    published: date | None
    ai_generated: bool
    dropped: tuple[str, ...]


def strip_boilerplate(text: str, title: str = "", drop_lines: Iterable[str] = (), loose: bool = True) -> Stripped:
    """Takes the lines that belong to the page out of a text.

    Args:
        text: A cleaned text.
        title: The headline where it is known: lines of the head that repeat it are dropped. Where it is not
            known, a first line that looks like a headline is taken for it.
        drop_lines: More lines to drop, as an outlet prints them.
        loose: Whether a page's head and tail may stand around the text. In an export's text field, which some
            extractor has cleaned before, only the lines that mean nothing anywhere are looked for.
    """
    lines = text.split("\n")
    tail = _find_tail(lines) if loose else len(lines)
    extra = {_fold(line) for line in drop_lines if line.strip()}
    head = _read_head(lines[:tail], title) if loose else _Head()
    gone = set(head.rows) | set(range(tail, len(lines)))
    gone |= {row for row in range(tail) if _is_furniture(lines[row]) or (extra and _fold(lines[row]) in extra)}
    return Stripped(
        text="\n".join(line for row, line in enumerate(lines) if row not in gone).strip("\n"),
        title=head.title,
        authors=head.authors,
        published=head.published,
        ai_generated=any(_AI_MADE.fullmatch(lines[row].strip()) for row in gone),
        dropped=tuple(lines[row].strip() for row in sorted(gone) if lines[row].strip()),
    )


@dataclass(slots=True)
class _Head:
    """What the first lines of a page say, filled in while they are read."""

    title: str = ""
    known_title: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    rows: list[int] = field(default_factory=list)

    def takes(self, line: str) -> bool:
        """Whether a line stands above the text; what it says is noted."""
        if _HEAD_LINES.fullmatch(line) or self._is_title(line):
            return True
        if not self.authors and _BYLINE.fullmatch(line):
            self.authors = read_authors(line)
            return bool(self.authors)
        if match := _DATE_LINE.fullmatch(line):
            return self._takes_day(match["label"] or "", match["day"])
        return False

    def _is_title(self, line: str) -> bool:
        title, folded = _fold(self.title or self.known_title), _fold(line)
        return folded == title or bool(title and folded.startswith(f"{title} | "))  # as in a browser's tab

    def _takes_day(self, label: str, written: str) -> bool:
        try:
            day = read_day(written)
        except ValueError:
            return False  # "31 February 2026"
        if not label.lower().startswith(("updated", "last", "modified")):
            self.published = self.published or day
        return True


def _read_head(lines: list[str], known_title: str) -> _Head:
    """Goes through the first lines that hold words; a headline is looked for until the text begins."""
    head = _Head(known_title=known_title)
    rows = [row for row, line in enumerate(lines) if line.strip()]
    for row in rows[:_HEAD_REACH]:
        line = lines[row].strip()
        if head.takes(line):
            head.rows.append(row)
        elif not known_title and not head.title and _looks_like_title(line, lines[row + 1 :]):
            head.title = line
            head.rows.append(row)
        elif len(line) > _TITLE_LONGEST:
            break
    if head.title:  # the headline often stands there twice, first without the space that sets it off
        head.rows += [row for row in rows[:_HEAD_REACH] if _fold(lines[row]) == _fold(head.title)]
    return head


def _looks_like_title(line: str, following: list[str]) -> bool:
    """A short line of several words without a full stop, set off from a text that has long lines."""
    short = len(line) <= _TITLE_LONGEST and len(line.split()) >= _TITLE_FEWEST
    if not short or line.endswith((".", ":", ";", ",", "!", "…")) or line.startswith(_NO_TITLE_START):
        return False
    if not following:
        return False
    beside = following[0].strip()
    set_off = not beside or len(beside) > _TITLE_LONGEST or any(form.fullmatch(beside) for form in _HEAD_FORMS)
    return set_off and any(len(later) > _TITLE_LONGEST for later in following)


def _find_tail(lines: list[str]) -> int:
    """Returns the row where the lines after the article begin; the number of lines when there are none."""
    words = sum(len(line.split()) for line in lines)
    for row in range(int(len(lines) * _TAIL_REACH), len(lines)):
        if _fold(lines[row]).rstrip(":") in _TAIL_STARTS:
            after = sum(len(line.split()) for line in lines[row:])
            return row if after <= _TAIL_WORDS * words else len(lines)
    return len(lines)


def _is_furniture(line: str) -> bool:
    stripped = line.strip()
    if not stripped or len(stripped) > _FURNITURE_LONGEST:
        return False
    return bool(_ANYWHERE.fullmatch(stripped) or _AI_MADE.fullmatch(stripped))


def _fold(line: str) -> str:
    return " ".join(line.split()).casefold()
