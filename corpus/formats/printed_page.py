"""Web pages that a browser printed to PDF: what stands at the head and the foot of each sheet, and the menus."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.metadata import Metadata
from corpus.metadata.authors import read_authors
from corpus.metadata.merge import from_places
from corpus.metadata.outlets import host_of
from corpus.metadata.printed.days import read_printed_day
from corpus.metadata.record import read_url
from corpus.text import squash
from corpus.web.site.known import known_names
from corpus.web.site.names import NO_FIT, ends_of_title, fit, without_site

_EDGE = 4  # lines at the head and the foot of a sheet among which a browser prints
_MARGIN = 12  # lines there that may be a bar of the page, which stands on every sheet
_SHEETS = r"(?:page |seite |página |pagina |sida |side |str\. ?)?\d{1,4}\s?(?:/|of|von|sur|de|di|av|z|из|／)\s?\d{1,4}"
_TIME = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
_DAY = r"(?:\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?|\d{1,2}\.? [^\W\d]{3,10}\.? \d{4})"
_BETWEEN = r"(?:,| at| um| à| a las|,? kl\.?)?\s?(?:午前|午後|上午|下午|오전|오후)?\s?"  # day and time
_STAMP = rf"(?P<stamp>(?:{_TIME} )?{_DAY}{_BETWEEN}(?:{_TIME})?)"
_ADDRESS = r"(?P<url>(?:https?|file)://\S+|about:\S+|data:\S{1,200})"
_FORMS = (
    re.compile(rf"{_ADDRESS}(?:\s+{_SHEETS})?", re.IGNORECASE),
    re.compile(rf"{_SHEETS}\s+{_ADDRESS}", re.IGNORECASE),
    re.compile(rf"(?P<title>\S.{{0,300}}?)\s+{_ADDRESS}", re.IGNORECASE),  # Firefox prints both at the head
    re.compile(rf"{_SHEETS}(?:\s+{_STAMP})?", re.IGNORECASE),
    re.compile(rf"{_STAMP}\s+{_SHEETS}", re.IGNORECASE),
    re.compile(rf"{_STAMP}(?:\s+(?P<title>\S.{{0,300}}))?", re.IGNORECASE),
)
_LINE_LONGEST = 2_500  # characters; addresses are long
_HEADLINE_SHARE = 0.5  # of the title that the browser printed; the rest is the site's name
_NAME = r"(?:(?:de|del|da|di|la|le|van|von|der) )?[^\W\d_a-zà-ÿ][\w.'’-]{0,40}"
_BYLINE = re.compile(
    rf"(?:By|BY|Von|Par|Por|Di|Door|Av|Af) {_NAME}(?:(?:,| and| &| und| et| y| e| en| och| og)? {_NAME}){{1,11}}"
)
_CHANGED = re.compile(r"(?:last )?(?:updated|modified)|aktualisiert|mis à jour|actualizado|aggiornato|atualizado", re.I)
_DATE_LONGEST = 70  # characters of a line with the day of publication
_MENU_WORDS = 5  # of a line that may be one of a menu
_MENU_LINES = 3  # in a row are a menu
_HEADLINE_FROM = 80  # lines from the beginning among which the headline stands
_HEADLINE_LINES = 5  # that a headline may be broken into
_ENDS = (".", "!", "?", ":", "”", '"', "»", "…", ",", "’")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The lines of a printed page.

    Attributes:
        pages: Of each sheet, without what the browser printed around them, and without menus.
        metadata: What the browser printed around them.
        dropped: The lines that were left out.
    """

    pages: Sequence[Sequence[str]]
    metadata: Metadata
    dropped: tuple[str, ...] = ()


@dataclass(slots=True)
class _Frame:
    """What a browser printed around one sheet, and in which rows."""

    said: dict[str, str] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)


def read_printed_page(pages: Sequence[Sequence[str]]) -> Sheets | None:
    """Reads a page that a browser printed; None for any other document.

    Args:
        pages: The lines of each sheet, none of them empty.
    """
    frames = [_frame(page) for page in pages]
    urls = {frame.said.get("url", "") for frame in frames}
    if len(urls) != 1 or "" in urls:
        return None
    url = urls.pop()
    rows = [frame.rows | _bars(page, pages) for frame, page in zip(frames, pages, strict=True)]
    dropped = [page[row] for page, gone in zip(pages, rows, strict=True) for row in sorted(gone)]
    kept = [[line for row, line in enumerate(page) if row not in gone] for page, gone in zip(pages, rows, strict=True)]
    printed = next((frame.said["title"] for frame in frames if "title" in frame.said), "")
    host = host_of(url) if read_url(url) else ""
    site = next((name for name in ends_of_title(printed) if host and fit(name, host) < NO_FIT), "")
    known = known_names(host)
    title = without_site(printed, (site, *known))
    begin, end = _headline(kept[0], printed)
    title = " ".join(kept[0][begin:end]) or title
    first = end or _menu_above(kept[0])
    said, below = _below_headline(kept[0][first:]) if end else (Metadata(), 0)
    first += below
    texts, menus = _without_menus([kept[0][first:], *kept[1:]])
    metadata = from_places(
        url=(read_url(url), "address printed by the browser"),
        outlet=(site or "".join(known[:1]), f"{'title' if site else 'address'} printed by the browser"),
        title=(title, "title printed by the browser"),
    )
    return Sheets(texts, said.over(metadata), tuple(dict.fromkeys((*dropped, *kept[0][:first], *menus))))


def _frame(page: Sequence[str]) -> _Frame:
    """Reads the lines at the edges of a sheet; the day that stands there is the day of printing."""
    frame = _Frame()
    for side in (range(min(_EDGE, len(page))), range(len(page) - 1, max(len(page) - _EDGE, 0) - 1, -1)):
        for row in side:  # from the edge on, up to the first line of the page itself
            line = " ".join(page[row][:_LINE_LONGEST].split())
            match = next((match for form in _FORMS if (match := form.fullmatch(line))), None)
            if match is None:
                break
            frame.rows.add(row)
            frame.said |= {name: value for name, value in match.groupdict().items() if value}
    return frame if {"url", "stamp"} <= frame.said.keys() else _Frame()


def _bars(page: Sequence[str], pages: Sequence[Sequence[str]]) -> set[int]:
    """Returns the rows of lines that stand near the edges of every sheet."""
    edges = [{*one[:_MARGIN], *one[-_MARGIN:]} for one in pages]
    everywhere = set.intersection(*edges) if len(edges) > 1 else set()
    return {row for row, line in enumerate(page) if line in everywhere}


def _headline(lines: Sequence[str], printed: str) -> tuple[int, int]:
    """Returns the rows of the headline, as it is printed in the title as well; 0 and 0 where it is not found."""
    whole = squash(printed)
    found = (0, 0)
    most = 0
    for begin in range(min(len(lines), _HEADLINE_FROM)):
        for end in range(begin + 1, min(begin + _HEADLINE_LINES, len(lines)) + 1):
            part = squash(" ".join(lines[begin:end]))
            if not part or len(part) > len(whole):
                break
            fits = whole.startswith(part) or whole.endswith(part)
            if fits and len(part) > most and len(part) >= _HEADLINE_SHARE * len(whole):
                found, most = (begin, end), len(part)
    return found


def _below_headline(lines: Sequence[str]) -> tuple[Metadata, int]:
    """Returns what the lines right below the headline say, who wrote it and when, and how many they are."""
    said, rows = Metadata(), 0
    for line in lines[:_HEADLINE_LINES]:
        day = read_printed_day(line) if len(line) <= _DATE_LONGEST and not line.endswith(".") else None
        if day and not _CHANGED.match(line):
            said = said.over(from_places(published=(day, "line below the headline")))
        elif _BYLINE.fullmatch(line):
            said = said.over(from_places(authors=(read_authors(line), "byline below the headline")))
        elif not day:
            break
        rows += 1
    return said, rows


def _is_menu(line: str) -> bool:
    return "©" in line or (len(line.split()) <= _MENU_WORDS and not line.endswith(_ENDS))


def _menu_above(lines: Sequence[str]) -> int:
    """Returns the row where a menu at the beginning ends; its last line may be the headline, so it stays."""
    end = next((row for row, line in enumerate(lines) if not _is_menu(line)), len(lines))
    return end - 1 if end > _MENU_LINES else 0


def _without_menus(pages: Sequence[Sequence[str]]) -> tuple[list[Sequence[str]], list[str]]:
    """Leaves out the menus below the text."""
    kept, dropped = list(pages), list[str]()
    for number in range(len(kept) - 1, -1, -1):
        page = kept[number]
        end = next((row + 1 for row in range(len(page) - 1, -1, -1) if not _is_menu(page[row])), 0)
        rest = page[end:]
        if end and len(rest) < _MENU_LINES and not any("©" in line for line in rest):
            break
        kept[number], dropped = page[:end], [*rest, *dropped]
        if end:
            break
    return kept, dropped
