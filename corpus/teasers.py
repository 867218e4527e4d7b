"""Lines of a web page that advertise other texts, told by its markup: links in place of sentences, and promotion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from corpus.site_names import squash

_PROMOTION = re.compile(
    r"newsletter|sign-?up|promo|[-_]cta|cta[-_]|subscri|read-?more|related|recommend|you-may|trending|most-read|"
    r"author[-_]*(?:bio|box|info|position|desc)|about[-_]*author|trust-?badge|share-?(?:bar|tools|buttons)|disclaimer",
    re.IGNORECASE,
)
_BLOCKS = ("p", "li", "div", "section", "aside", "h2", "h3", "h4", "blockquote", "figcaption", "span")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_PROMOTION_LONGEST = 400  # characters; an article inside an element with such a mark is longer
_MARKER_LONGEST = 40  # characters of "Read more:" before its link
_TEASER_FEWEST = 4  # words
_HEAD_LONGEST = 60  # characters
_LINKS_OF_LIST = 0.8  # share of the letters
_MOST = 0.3  # share of the lines; where there are more, links are what the page is about


@dataclass(frozen=True, slots=True)
class WithoutTeasers:
    """A text without lines that advertise others, and these lines."""

    text: str
    dropped: tuple[str, ...]


def drop_teasers(text: str, tree: HtmlElement) -> WithoutTeasers:
    """Leaves whole lines out of an extracted text that are links to other texts, or promotion.

    Args:
        text: What was extracted, one block a line.
        tree: The page.
    """
    lines = text.split("\n")
    beginnings = {_first_word(line) for line in lines}  # most links of a page begin otherwise: a quick way to tell
    known = {squash(teaser) for teaser in _teasers(tree) if _first_word(teaser) in beginnings}
    gone = {row for row, line in enumerate(lines) if line.strip() and squash(line) in known}
    if not gone or len(gone) > max(_MOST * len(lines), 1):
        return WithoutTeasers(text, ())
    gone |= set(_heads_of(gone, lines))
    return WithoutTeasers(
        "\n".join(line for row, line in enumerate(lines) if row not in gone),
        tuple(lines[row].strip() for row in sorted(gone)),
    )


def _first_word(text: str) -> str:
    return next((word for part in text.split(None, 2)[:2] if (word := squash(part))), "")


def _teasers(tree: HtmlElement) -> Iterator[str]:
    for link in tree.iterfind(".//a[@href]"):
        # A table of contents leads into the page itself.
        if not (link.get("href") or "").startswith("#") and not _heads_a_section(link):
            parts = [part for part in link.itertext() if part.strip()]
            yield from (text for text in (" ".join(parts), *parts) if text.count(" ") >= _TEASER_FEWEST - 1)
    yield from ("".join(heading.itertext()) for heading in tree.iter(*_HEADINGS) if _heads_links(heading))
    yield from _promotion(tree)


def _promotion(tree: HtmlElement) -> Iterator[str]:
    for block in tree.iter(*_BLOCKS):
        promoted = bool(_PROMOTION.search(block.get("class") or ""))
        if promoted or block.tag in ("p", "li"):
            text = " ".join(" ".join(block.itertext()).split())
            if len(text) <= _PROMOTION_LONGEST and (promoted or _is_marker_and_link(block, text)):
                yield from (part for part in (text, *block.itertext()) if len(part.split()) > 1)


def _heads_a_section(link: HtmlElement) -> bool:
    """Says whether a link is a heading of the text, and not one in a list of other texts."""
    above = list(islice(link.iterancestors(), 4))
    return any(element.tag in _HEADINGS for element in above[:2]) and not any(element.tag == "li" for element in above)


def _is_marker_and_link(block: HtmlElement, text: str) -> bool:
    """Says whether a block is "Read more:" and a link, in whatever language."""
    links = [" ".join(" ".join(link.itertext()).split()) for link in block.iter("a")]
    if len(links) != 1 or len(links[0].split()) < _TEASER_FEWEST:
        return False
    before, _, after = text.partition(links[0])
    return before.rstrip().endswith(":") and len(before) <= _MARKER_LONGEST and len(after) <= 2


def _heads_links(heading: HtmlElement) -> bool:
    """Says whether nothing but links stands below a heading, or nothing at all."""
    text = "".join(heading.itertext()).strip()
    following, parent = heading.getnext(), heading.getparent()
    if following is None:
        return text.endswith(":") and parent is not None and squash("".join(parent.itertext())) == squash(text)
    if following.tag not in ("ul", "ol", "div") or len(text) > _HEAD_LONGEST:
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
