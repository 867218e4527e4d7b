"""The lines of a page that print a date: which day is the one of publication, and which is another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml.html import HtmlElement

from corpus.metadata.dates import read_printed_day
from corpus.text.date_words import is_word_of_date
from corpus.web.elements import text_of_element, walk
from corpus.web.page import is_embedded, mark_of

# Words in front of a date, in the languages whose dates are read; what follows the last of them is meant by it.
_LABEL = re.compile(
    r"(?P<published>(?:first |originally |erst)?(?:publish(?!er)|posted|veröffentlicht|publiziert|erschienen|erstellt)|"
    r"publi[ée]e?\b|publicad|pubblicat|gepubliceerd|publicerad|publisert|publiceret|julkaistu|opublikowan|vydáno|"
    r"опубликован|опубліковано)|"
    r"(?P<updated>update|modif|edited|revised|corrected|amended|aktualisiert|aktualisierung|geändert|editiert|bearbeitet|"
    r"actualiza|actualisé|mis à jour|màj\b|aggiornat|atualiza|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|"
    r"päivitetty|zaktualizowan|aktualizac|обновлен|оновлено|güncelle)|"
    r"(?P<broadcast>\bon air\b|\baired\b|\bbroadcast\b|heard on|gesendet|sendung|ausgestrahlt|emisión|emitid|"
    r"diffusée?|émission|trasmess|in onda|uitgezonden|sänt\b|sendt\b|эфир)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"publish(?!er)|pubdate|posted", re.IGNORECASE)
_MARKED_UPDATE = re.compile(r"update|modif|edited", re.IGNORECASE)
_INLINE = frozenset("a abbr b bdi em font i ins mark small span strong sub sup time u".split())
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLE_LETTERS = 3  # of the longest words that stand between the parts of a date, such as "vom" and "las"
_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TEXTS_BELOW = 80  # the headline; a date line stands near it
_MOST_BESIDE = 12  # elements on one line
_LINE_LIMIT = 100  # characters
_AROUND_LIMIT = 240  # characters of the lines around a date


@dataclass(frozen=True, slots=True)
class DateLines:
    """What is printed near a headline.

    Attributes:
        published: The day of publication; None where none is printed.
        labelled: Whether a word says that it is the one of publication.
        updated: Days that are printed as those of updates.
    """

    published: date | None = None
    labelled: bool = False
    updated: frozenset[date] = frozenset()


def read_date_lines(elements: Iterable[HtmlElement]) -> DateLines:
    """Reads the dates that elements print; those that are marked or named as the publication's go first.

    Args:
        elements: Elements below a headline, in order, without what is embedded between them.
    """
    found: list[tuple[int, date]] = []
    updated: set[date] = set()
    read = 0
    for element in elements:
        if read > _TEXTS_BELOW:
            break
        for text, is_tail in ((element.text, False), (element.tail, True)):
            line = " ".join((text or "").split())
            read += bool(line)
            if not line or len(line) > _LINE_LIMIT or not _DIGITS.search(line):
                continue
            marked = bool(_MARKED.search(mark_of(element) or mark_of(element, "itemprop")))
            days = _read_line(line, element, is_tail=is_tail, certain=marked)
            updated |= days.updated
            if days.published:
                found.append((0 if days.labelled else 1 if marked else 2, days.published))
    rank, day = min(found, key=lambda item: item[0], default=(2, None))
    return DateLines(day, rank == 0, frozenset(updated))


def is_printed_alone(day: date, tree: HtmlElement) -> bool:
    """Says whether a day is printed on a page by itself: a day in a sentence is one that the article speaks of."""
    for element in walk(tree, is_embedded):
        for text, is_tail in ((element.text, False), (element.tail, True)):
            line = " ".join(text.split()) if text and str(day.year) in text else ""
            if 0 < len(line) <= _LINE_LIMIT:
                found = _read_line(line, element, is_tail=is_tail, certain=False)
                if found.published == day:
                    return True
    return False


def _read_line(line: str, element: HtmlElement, *, is_tail: bool, certain: bool) -> DateLines:
    """Reads the days of one text of an element, by the words before it on the same line of the page."""
    holder = element.getparent() if is_tail else element
    marked_update = _MARKED_UPDATE.search(f"{mark_of(holder)} {mark_of(holder, 'itemprop')}")
    around = _line_around(element, is_tail=is_tail)
    if len(around) > _AROUND_LIMIT:
        around = line
    days = _read_labels(around)
    if not certain and (_is_sentence(line) or (around.endswith((".", "!", "?")) and _is_sentence(around))):
        return DateLines(updated=days.updated)
    day = read_printed_day(line)
    if marked_update and not certain:
        return DateLines(updated=days.updated | ({day} if day else set()))
    return days


def _line_around(element: HtmlElement, *, is_tail: bool) -> str:
    """Returns the words that stand on one line with a text of an element: what is inline breaks no line."""
    node: HtmlElement = element
    while node.tag in _INLINE and (above := node.getparent()) is not None and above.tag in _INLINE:
        node = above
    if node.tag not in _INLINE and not is_tail:
        return f"{node.text or ''} {_inline_after(node[0]) if len(node) and node[0].tag in _INLINE else ''}"
    before: list[str] = []
    first = node
    for _ in range(_MOST_BESIDE):
        sibling = first.getprevious()
        if first.tag not in _INLINE or sibling is None:
            break
        before.append(sibling.tail or "")
        before.append(text_of_element(sibling) if sibling.tag in _INLINE else "")
        first = sibling
    parent = node.getparent()
    start = parent.text or "" if parent is not None and first.getprevious() is None and first.tag in _INLINE else ""
    return " ".join(f"{start} {' '.join(reversed(before))} {_inline_after(node)}".split())


def _inline_after(node: HtmlElement) -> str:
    pieces = [text_of_element(node) if node.tag in _INLINE else "", node.tail or ""]
    for sibling in islice(node.itersiblings(), _MOST_BESIDE):
        if sibling.tag not in _INLINE:
            break
        pieces += [text_of_element(sibling), sibling.tail or ""]
    return " ".join(" ".join(pieces).split())


def _read_labels(line: str) -> DateLines:
    """Reads a line in pieces, each behind its label: "18 February 2026 | Updated: 19 February 2026"."""
    labels = list(_LABEL.finditer(line))
    ends = [label.start() for label in labels[1:]] + [len(line)]
    behind = [
        (label.lastgroup, read_printed_day(line[label.end() : end])) for label, end in zip(labels, ends, strict=False)
    ]
    updated = frozenset(day for kind, day in behind if kind == "updated" and day)
    named = next((day for kind, day in behind if kind == "published" and day), None)
    if named:
        return DateLines(named, True, updated)
    plain = read_printed_day(line[: labels[0].start()] if labels else line)
    if plain and labels and labels[0].lastgroup == "updated" and not updated:
        return DateLines(updated=frozenset({plain}))  # "19 February 2026 - Updated 0203 GMT"
    return DateLines(plain, False, updated)


def _is_sentence(text: str) -> bool:
    """Says whether a date stands among other words than labels, names and times: "She was born on 3 March 1980."."""
    words = _WORD.findall(text)
    return any(word[0].islower() and len(word) > _PARTICLE_LETTERS and not is_word_of_date(word) for word in words)
