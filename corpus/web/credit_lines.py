"""Lines of a page that say in words who wrote: "By A and B", "Author: A", "Hamburg (agency) – "."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from corpus.metadata.authors import is_person, is_role, read_authors
from corpus.text import clean_line, squash
from corpus.text.markup import BLOCKS
from corpus.web.elements import select

_BY = re.compile(
    r"^\W*(?:(?:written|words|story|text|texte|texto|testo|reported|reporting)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|от|oleh|بقلم|記者|记者)[:：\s]+(?P<names>\S.*)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\n|\s+[|·•—–]\s+|\s*\|\s*")  # of a line
_BETWEEN = re.compile(r"\s*[,;/]\s*(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|und|&|mit|with)\s+", re.IGNORECASE)
_MAYBE_BETWEEN = re.compile(r"\s+(?:et|y|e|en|og|och|i|и|ve|dan)\s+")  # or inside of a name, as in "Ortega y Gasset"
_PICTURES = re.compile(
    r"\((?:fotos?|photos?|bild(?:er)?|pictures?|videos?|gra[fp]\w+|illustration\w*)\)", re.IGNORECASE
)
_REPORTER = re.compile(r"^(?P<names>[가-힣]{2,4}) 기자$")
_LABEL = re.compile(
    r"^\W*(?:authors?|auteure?s?|autore?s?|autorin|autor/in|autora|writer|reporter|redaktor|redaktör|forfatter|"
    r"journalist|tekst|автор|작성자)\s*:\s*(?P<names>.{3,80})$",
    re.IGNORECASE,
)
_AGENCIES = (
    r"(?:dpa|afp|ap|reuters|epd|kna|sid|apa|sda|ats|ansa|efe|lusa|pap|čtk|mti|tass|xinhua|ntb|tt|ritzau|belga|anp|stt)"
    r"(?:[-/, ]{1,2}[\w.]{2,8}){0,3}"
)
_INITIALLED = r"[^\W\d_][\w .&-]{1,30}/[a-zäöü]{2,4}"  # an editor signs behind the house
_DATELINE = re.compile(rf"^\s*[^\W\d_][\w .,'’-]{{1,40}} \((?P<names>{_AGENCIES})\)\s*[-–—]", re.IGNORECASE)
_SOURCE = re.compile(
    rf"^\W*(?:quelle|source|fuente|fonte|källa|kilde|bron|źródło)\s*:\s*(?P<names>{_AGENCIES}|{_INITIALLED})\W*$",
    re.IGNORECASE,
)
_LABELLED = XPath(
    "//*[self::p or self::div or self::span or self::li or self::em or self::i or self::small][contains(text(), ':')]"
)
_HOLDERS = BLOCKS - {"br"}
_ELEMENTS, _INSIDE = 120, 12  # looked at below the headline; in one line
_LENGTH_LIMIT = 160  # characters of a line


def names_in_lines(elements: Iterable[HtmlElement], known: Collection[str] = ()) -> list[str]:
    """Returns the names in the first line that begins with "By", or with an author who is known.

    Args:
        elements: Those below the headline.
        known: Names of authors, squashed.
    """
    for element in islice(elements, _ELEMENTS):
        for part in _PARTS.split(_line_of(element)):
            reporter = _REPORTER.match(part)
            by = reporter or _BY.match(part)
            if by or (known and squash(part).startswith(tuple(known))):
                names = [reporter["names"]] if reporter else _names(by["names"] if by else part)
                if names and (by or squash(names[0]) in known):
                    return names
    return []


def labelled_names(tree: HtmlElement) -> list[str]:
    """Returns the names in the first line of the page that is "Author: NAME" and nothing else."""
    for line in _labelled(tree):
        match = _LABEL.match(line)
        names = [name for name in read_authors(match["names"]) if is_person(name)] if match else []
        if names:
            return names
    return []


def credited_agency(elements: Iterable[HtmlElement], tree: HtmlElement) -> str:
    """Returns the agency, with the initials of its editor, that the dateline or the line of sources credits."""
    texts = (text for element in islice(elements, _ELEMENTS) for text in (element.text, element.tail) if text)
    found = next((match for text in texts if (match := _DATELINE.match(text))), None)
    found = found or next((match for line in _labelled(tree) if (match := _SOURCE.match(line))), None)
    return found["names"] if found else ""


def _labelled(tree: HtmlElement) -> Iterator[str]:
    return ((element.text or "").strip() for element in select(_LABELLED, tree) if len(element) == 0)


def _line_of(element: HtmlElement) -> str:
    """Returns the words of a block that holds no more than a line, with its breaks; else nothing."""
    inner = list(islice(element.iter(), _INSIDE + 1)) if element.tag in BLOCKS else []
    if not inner or len(inner) > _INSIDE or any(found.tag in _HOLDERS for found in inner[1:]):
        return ""
    breaks = {found for found in inner if found.tag == "br"}
    words = (
        f"\n{text}" if text.is_tail and text.getparent() in breaks else text for text in element.xpath(".//text()")
    )
    text = "\n".join(map(clean_line, "".join(words).replace("\r", " ").split("\n")))
    return text if len(text) <= _LENGTH_LIMIT else ""


def _names(text: str) -> list[str]:
    """Returns the persons that a line names first: behind them stand roles, places and days."""
    found: list[str] = []
    for part in _BETWEEN.split(text):
        several = _MAYBE_BETWEEN.split(part)
        names = several if len(several) > 1 and all(map(_is_name, several)) else [part]
        people = [name for whole in names for name in read_authors(whole)]
        if found and (is_role(part) or _PICTURES.search(part)):
            continue
        if not people or not all(map(_is_name, people)):
            break
        found += people
    return found


def _is_name(text: str) -> bool:
    return is_person(text) and not text[0].islower()
