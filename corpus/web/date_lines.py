"""The lines of a page that print a date: which day is the one of publication, and which is another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml.html import HtmlElement

from corpus.metadata.printed.days import find_printed_day, read_printed_day, words_of_dates
from corpus.metadata.printed.style import DateStyle
from corpus.text.date_words import is_word_of_date
from corpus.web.elements import walk
from corpus.web.machine_times import own_words, words_with_days
from corpus.web.page import is_embedded, mark_of

# Words in front of a date, in the languages whose dates are read; what follows the last of them is meant by it.
_LABEL = re.compile(
    r"(?P<published>(?:first |originally |erst)?(?:publish(?!er)|posted|veröffentlicht|publiziert|erschienen|erstellt)|"
    r"publi[ée]e?\b|publicad|pubblicat|gepubliceerd|publicerad|publisert|publiceret|julkaistu|opublikowan|vydáno|"
    r"опубликован|опубліковано|oluşturulma|giriş|yayın|közzétéve|megjelent|publicat(?:ă|\b)|δημοσίευση|פורסם|نشر|"
    r"diterbitkan|ditayangkan|公開|掲載|配信|发布|發布|发表|發佈|입력|등록|게시)|"
    r"(?P<updated>update|modif|edited|revised|corrected|amended|aktualisiert|aktualisierung|geändert|editiert|bearbeitet|"
    r"actualiza|actualisé|mis à jour|màj\b|aggiornat|atualiza|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|"
    r"päivitetty|zaktualizowan|aktualiz(?:ac|ov)|обновлен|оновлено|güncelle|aangepast|frissít|actualizat|"
    r"ενημέρωση|עודכן|تحديث|cập nhật|diperbarui|更新|수정)|"
    r"(?P<broadcast>\bon air\b|\baired\b|\bbroadcast\b|heard on|gesendet|sendung|ausgestrahlt|emisión|emitid|"
    r"diffusée?|émission|trasmess|in onda|uitgezonden|sänt\b|sendt\b|эфир)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"publish(?!er)|pubdate|posted", re.IGNORECASE)
_MARKED_UPDATE = re.compile(r"update|modif|edited", re.IGNORECASE)
_INLINE = frozenset("a abbr b bdi em font i ins mark small span strong sub sup time u".split())
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLE_LETTERS = 3  # of the longest words that stand between the parts of a date, such as "vom" and "las"
_DIGITS = re.compile(r"(?<!\d)(?:\d{4}|\d{1,2}[./]\d{1,2}[./]\d\d)(?!\d)")
_MOST_BESIDE_LETTERS = 24  # a date on its line in scripts that have no small letters, which tell a sentence elsewhere
_HOURS = {  # before UTC, of zones whose abbreviations mean nothing else
    "EDT": -4, "EST": -5, "CDT": -5, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8, "BRT": -3, "WEST": 1, "BST": 1,
    "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "WIB": 7, "HKT": 8, "SGT": 8, "AWST": 8, "JST": 9, "KST": 9,
    "ACST": 9.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
_ZONE = re.compile(rf"\d[.:h]\d\d\s*(?:[ap]\.?m\.?)?[\s,(]+(?P<zone>{'|'.join(_HOURS)})\b", re.IGNORECASE)
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
        clock: Hours by which the clocks of the outlet are before UTC, where the zone of a time is printed.
    """

    published: date | None = None
    labelled: bool = False
    updated: frozenset[date] = frozenset()
    clock: float | None = None


def read_date_lines(elements: Iterable[HtmlElement], style: DateStyle) -> DateLines:
    """Reads the dates that elements print; those that are marked or named as the publication's go first.

    Where an element prints no full date and gives one to machines ("2 hours ago"), that is what it prints.

    Args:
        elements: Elements near a headline, in order, without what is embedded between them.
        style: How the page writes dates.
    """
    found: list[tuple[int, date]] = []
    updated: set[date] = set()
    clock: float | None = None
    read = 0
    for element in elements:
        if read > _TEXTS_BELOW:
            break
        for text, is_tail in ((own_words(element, style), False), (element.tail, True)):
            line = " ".join((text or "").split())
            read += bool(line)
            if not line or len(line) > _LINE_LIMIT or not _DIGITS.search(line):
                continue
            marked = bool(_MARKED.search(mark_of(element) or mark_of(element, "itemprop")))
            zone = _ZONE.search(line) if clock is None else None
            clock = _HOURS[zone["zone"].upper()] if zone else clock
            days = _read_line(line, element, style, is_tail=is_tail, certain=marked)
            updated |= days.updated
            if days.published:
                found.append((0 if days.labelled else 1 if marked else 2, days.published))
    rank, day = min(found, key=lambda item: item[0], default=(2, None))
    return DateLines(day, rank == 0, frozenset(updated), clock)


def is_printed_alone(day: date, tree: HtmlElement, style: DateStyle) -> bool:
    """Says whether a day is printed on a page by itself: a day in a sentence is one that the article speaks of."""
    for element in walk(tree, is_embedded):
        for text, is_tail in ((element.text, False), (element.tail, True)):
            line = " ".join(text.split()) if text and str(day.year) in text else ""
            if 0 < len(line) <= _LINE_LIMIT:
                found = _read_line(line, element, style, is_tail=is_tail, certain=False)
                if found.published == day:
                    return True
    return False


def _read_line(line: str, element: HtmlElement, style: DateStyle, *, is_tail: bool, certain: bool) -> DateLines:
    """Reads the days of one text of an element, by the words before it on the same line of the page."""
    holder = element.getparent() if is_tail else element
    marked_update = _MARKED_UPDATE.search(f"{mark_of(holder)} {mark_of(holder, 'itemprop')}")
    around = _line_around(element, style, is_tail=is_tail)
    if len(around) > _AROUND_LIMIT:
        around = line
    days = _read_labels(around, style)
    ends = around.endswith((".", "!", "?", "。"))
    if not certain and (_is_sentence(line, style) or (ends and _is_sentence(around, style))):
        return DateLines(updated=days.updated)
    day = read_printed_day(line, style)
    if marked_update and not certain:
        return DateLines(updated=days.updated | ({day} if day else set()))
    return days


def _line_around(element: HtmlElement, style: DateStyle, *, is_tail: bool) -> str:
    """Returns the words that stand on one line with a text of an element: what is inline breaks no line."""
    node: HtmlElement = element
    while node.tag in _INLINE and (above := node.getparent()) is not None and above.tag in _INLINE:
        node = above
    if node.tag not in _INLINE and not is_tail:
        return f"{node.text or ''} {_inline_after(node[0], style) if len(node) and node[0].tag in _INLINE else ''}"
    before: list[str] = []
    first = node
    for _ in range(_MOST_BESIDE):
        sibling = first.getprevious()
        if first.tag not in _INLINE or sibling is None:
            break
        before.append(sibling.tail or "")
        before.append(words_with_days(sibling, style) if sibling.tag in _INLINE else "")
        first = sibling
    parent = node.getparent()
    start = parent.text or "" if parent is not None and first.getprevious() is None and first.tag in _INLINE else ""
    return " ".join(f"{start} {' '.join(reversed(before))} {_inline_after(node, style)}".split())


def _inline_after(node: HtmlElement, style: DateStyle) -> str:
    pieces = [words_with_days(node, style) if node.tag in _INLINE else "", node.tail or ""]
    for sibling in islice(node.itersiblings(), _MOST_BESIDE):
        if sibling.tag not in _INLINE:
            break
        pieces += [words_with_days(sibling, style), sibling.tail or ""]
    return " ".join(" ".join(pieces).split())


def _read_labels(line: str, style: DateStyle) -> DateLines:
    """Reads a line in pieces, each behind its label: "18 February 2026 | Updated: 19 February 2026"."""
    labels = list(_LABEL.finditer(line))
    ends = [label.start() for label in labels[1:]] + [len(line)]
    behind = [
        (label.lastgroup, read_printed_day(line[label.end() : end], style))
        for label, end in zip(labels, ends, strict=False)
    ]
    updated = frozenset(day for kind, day in behind if kind == "updated" and day)
    named = next((day for kind, day in behind if kind == "published" and day), None)
    if named:
        return DateLines(named, True, updated)
    plain = read_printed_day(line[: labels[0].start()] if labels else line, style)
    if plain and labels and labels[0].lastgroup == "updated" and not updated:
        return DateLines(updated=frozenset({plain}))  # "19 February 2026 - Updated 0203 GMT"
    return DateLines(plain, False, updated)


def _is_sentence(text: str, style: DateStyle) -> bool:
    """Says whether a date stands among other words than labels, names and times: "She was born on 3 March 1980."."""
    found = find_printed_day(text, style)
    rest = f"{text[: found.start]} {text[found.end :]}" if found else text
    words = _WORD.findall(rest)
    known = words_of_dates(style.language)
    if any(
        word[0].islower() and len(word) > _PARTICLE_LETTERS and not is_word_of_date(word) and word not in known
        for word in words
    ):
        return True
    return sum(len(word) for word in words if not word[0].islower() and not word[0].isupper()) > _MOST_BESIDE_LETTERS
