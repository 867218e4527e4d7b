"""Lines of a web page that advertise other texts, told by its markup: links in place of sentences, and promotion."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from corpus.text import squash
from corpus.web.body.cards import texts_of_cards
from corpus.web.body.comments import texts_of_comments
from corpus.web.body.promotion import texts_of_promotion
from corpus.web.elements import select, text_of_element

# Links that begin with "#" lead into the page itself, as those of a table of contents do.
_LINKS = XPath("//a[@href and not(starts-with(@href, '#')) and string-length(normalize-space(.)) > 15]")
_MARKERS = XPath("//*[(self::p or self::li) and count(.//a) = 1]")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MARKER_LONGEST = 40  # characters of "Read more:" before its link
_TEASER_FEWEST = 4  # words
_HEAD_LONGEST = 60  # characters
_LINKS_OF_LIST = 0.8  # share of the letters
_PROSE = 80  # characters of a paragraph
_REST = 400  # characters of an article that readers comment on
_MOST = 0.3  # share of the lines; where there are more, links are what the page is about


@dataclass(frozen=True, slots=True)
class WithoutTeasers:
    """A text without lines that advertise others, and these lines."""

    text: str
    dropped: tuple[str, ...]


def drop_teasers(text: str, tree: HtmlElement, url: str = "") -> WithoutTeasers:
    """Leaves whole lines out of an extracted text that are links to other texts, or promotion.

    Args:
        text: What was extracted, one block a line.
        tree: The page.
        url: Its own address: a link to it repeats what it says. Empty when it is not known.
    """
    lines = text.split("\n")
    beginnings = {_first_word(line) for line in lines}  # most links of a page begin otherwise: a quick way to tell
    path = _path(url)
    squashed = [squash(line) for line in lines]

    def rows_of(pieces: Iterable[str]) -> set[int]:
        known = {squash(piece) for piece in pieces if _first_word(piece) in beginnings} - {""}
        return {row for row, line in enumerate(squashed) if line in known}

    gone = rows_of(_teasers(tree, path, beginnings))
    if len(gone) > max(_MOST * len(lines), 1):
        gone = set()
    promotion = rows_of(texts_of_promotion(tree))
    if 2 * _length(promotion, lines) < len(text):
        gone |= promotion
    cards = rows_of(texts_of_cards(tree, lambda link: _leads_to(link, path)))
    comments = rows_of(texts_of_comments(tree))
    others = gone | promotion | cards | comments
    last = max((row for row, line in enumerate(lines) if row not in others and len(line) >= _PROSE), default=-1)
    cards = {row for row in cards if row > last}  # between its paragraphs a text may well list things with links
    if 2 * _length(cards, lines) < len(text):  # else the page is a list of others, and they its text
        gone |= cards
    comments = {row for row in comments | promotion if row > last}
    if len(text) - _length(comments, lines) >= _REST:
        gone |= comments
    if not gone:
        return WithoutTeasers(text, ())
    gone |= set(_heads_of(gone, lines))
    return WithoutTeasers(
        "\n".join(line for row, line in enumerate(lines) if row not in gone),
        tuple(lines[row].strip() for row in sorted(gone)),
    )


def _length(rows: set[int], lines: list[str]) -> int:
    return sum(len(lines[row]) for row in rows)


def _first_word(text: str) -> str:
    return next((word for part in text.split(None, 2)[:2] if (word := squash(part))), "")


def _teasers(tree: HtmlElement, path: str, beginnings: Container[str]) -> Iterator[str]:
    for link in select(_LINKS, tree):
        parts = [part for part in link.itertext() if part.strip()]
        texts = [text for text in (" ".join(parts), *parts)
                 if text.count(" ") >= _TEASER_FEWEST - 1 and _first_word(text) in beginnings]  # fmt: skip
        if texts and not _heads_a_section(link) and not _leads_to(link, path):
            yield from texts
    yield from (text_of_element(heading) for heading in tree.iter(*_HEADINGS) if _heads_links(heading))
    for block in select(_MARKERS, tree):
        link = text_of_element(next(block.iter("a")))
        if link.count(" ") >= _TEASER_FEWEST - 1 and _is_marker_and_link(text := text_of_element(block), link):
            yield text


def _leads_to(link: HtmlElement, path: str) -> bool:
    href = link.get("href") or ""
    return bool(path) and path in href and _path(href) == path


def _path(url: str) -> str:
    try:
        return urlsplit(url.strip()).path.rstrip("/")
    except ValueError:
        return ""


def _heads_a_section(link: HtmlElement) -> bool:
    """Says whether a link is a heading of the text, and not one in a list of other texts."""
    above = list(islice(link.iterancestors(), 4))
    return any(element.tag in _HEADINGS for element in above[:2]) and not any(element.tag == "li" for element in above)


def _is_marker_and_link(text: str, link: str) -> bool:
    """Says whether a block is "Read more:" and its one link, in whatever language."""
    before, _, after = text.partition(link)
    return before.rstrip().endswith((":", "|")) and len(before) <= _MARKER_LONGEST and len(after) <= 2


def _heads_links(heading: HtmlElement) -> bool:
    """Says whether nothing but links stands below a heading, or nothing at all."""
    following, parent = heading.getnext(), heading.getparent()
    if following is not None and following.tag not in ("ul", "ol", "div"):
        return False
    text = "".join(heading.itertext()).strip()
    if following is None:
        # A heading in a box of its own heads what comes after the box; at the end of a text it heads nothing of it.
        return text.endswith(":") and parent is not None and squash("".join(parent.itertext())) != squash(text)
    if len(text) > _HEAD_LONGEST:
        return False
    links = [len(squash("".join(link.itertext()))) for link in following.iter("a")]
    return len(links) > 1 and sum(links) > _LINKS_OF_LIST * len(squash("".join(following.itertext())))


def _heads_of(gone: set[int], lines: list[str]) -> Iterator[int]:
    """Finds short lines, such as "More on this:", that head teasers."""
    for row in sorted(gone):
        head = lines[row - 1].rstrip() if row and row - 1 not in gone else ""
        several = row + 1 in gone
        if 0 < len(head) < _HEAD_LONGEST and (
            head.endswith(":") or (several and not head.endswith((".", "!", "?", '"', "”")))
        ):
            yield row - 1
