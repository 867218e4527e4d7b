"""Web pages: the article without menus, teasers and comments, with what the page says about it."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

import trafilatura
from lxml.html import HtmlElement

from corpus.errors import UnreadableFile
from corpus.formats.documents import read_layout
from corpus.formats.draft import Draft, Form, Hints, Parsed
from corpus.formats.page_layouts import PAGE_LAYOUTS
from corpus.text import decode, squash
from corpus.text.decoding import Decoded, decode_declared, split_bom, unmarked_encoding
from corpus.web.body.coverage import ENOUGH, HALF, find_coverage, join_containers, share_of_body
from corpus.web.body.layout import split_paragraphs, unfold_layout
from corpus.web.body.prepared import prepare_body
from corpus.web.body.refused import is_bookmarks, why_doubted, why_refused
from corpus.web.body.standfirst import find_standfirst
from corpus.web.body.teasers import drop_teasers
from corpus.web.metadata import PageReading, read_page

MARKUP_LIMIT = 5_000_000  # characters of a page; the time for one grows faster than the page
_EXPORT_LIMIT = 20_000_000  # bytes; exports of a thousand documents have half of that
_EMBEDDED = re.compile(rb"data:[\w.+-]{1,40}/[\w.+-]{1,80};base64,[A-Za-z0-9+/=\s%]{100,}")
_PROGRAM = re.compile(rb"<(?:script|style)\b[^>]{0,500}>", re.IGNORECASE)
_PROGRAM_END = re.compile(rb"</(?:script|style)\s*>", re.IGNORECASE)
_FAST_FROM = 1_000_000  # bytes; a second opinion on larger pages would double a time that is long already
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_CUT = "Only {share:.0%} of the article on the page was taken: perhaps compare it with the page."
_HEAD = 4_096  # bytes in which a page must declare its encoding
_MOST_ALIVE = 50_000  # elements
_FEW_BAD = 0.001  # share of bytes that may be damaged in a page that says it is UTF-8


def parse_html(data: bytes, hints: Hints) -> Parsed:
    """Parses a web page, or an export of a database that is written as one.

    Raises:
        UnreadableFile: No article is found on it.
    """
    return parse_page(decode_page(data, hints.encoding), hints)


def parse_page(decoded: Decoded, hints: Hints) -> Parsed:
    """Parses the source of a page, or of an export of a database that is written as one.

    Raises:
        UnreadableFile: No article is found on it.
    """
    if export := read_layout(PAGE_LAYOUTS, decoded.text, hints, decoded.guessed):
        return export
    if len(decoded.text) > MARKUP_LIMIT:
        raise UnreadableFile(f"has {len(decoded.text):,} characters of markup; the limit is {MARKUP_LIMIT:,}")
    return Parsed((read_html(decoded.text, decoded.guessed),))


def read_html(text: str, guessed: str = "") -> Draft:
    """Makes a draft of the source of a page.

    Raises:
        UnreadableFile: No article is found on it.
    """
    if is_bookmarks(text):
        raise UnreadableFile("is a list of bookmarks that a browser exported, not an article")
    tree = trafilatura.load_html(text.replace("\0", ""))
    if tree is None:
        raise UnreadableFile("cannot be parsed as a web page")
    alive = tuple(islice(tree.iter(), _MOST_ALIVE))
    page = read_page(tree)
    unfold_layout(tree)
    prepare_body(tree, page.headline)
    body = _read_body(tree, page, fast=len(text) > _FAST_FROM)
    kept = drop_teasers(body.text, tree, page.metadata.url or "")
    standfirst = find_standfirst(page.headline, page.descriptions) if page.headline is not None else ""
    if standfirst and squash(standfirst) not in squash(kept.text):
        kept = replace(kept, text=f"{standfirst}\n{kept.text}")
    metadata = replace(page.metadata, warnings=(*page.metadata.warnings, *body.warnings))
    del alive  # the Python objects of its elements, which all the above would otherwise make anew at each look
    return Draft(kept.text, metadata, guessed_encoding=guessed, form=Form.WEB_PAGE, dropped=kept.dropped)


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    warnings: tuple[str, ...]


def _read_body(tree: HtmlElement, page: PageReading, *, fast: bool) -> _Body:
    body = split_paragraphs(_extract(tree, page, fast=fast), tree)
    if reason := why_refused(tree, page, body):
        raise UnreadableFile(reason)
    if not body.strip():
        raise UnreadableFile("holds no article that can be told from menus and links")
    coverage = find_coverage(body, tree, page.headline)
    if coverage.share < ENOUGH and join_containers(coverage):
        joined = _extract(tree, page, fast=fast)
        if (more := find_coverage(joined, tree, page.headline)).share > coverage.share:
            body, coverage = joined, more
    share = share_of_body(body, page.body) if page.body else coverage.share
    doubts = (_CUT.format(share=share) if share < HALF else "", why_doubted(tree, page, body))
    return _Body(body, tuple(filter(None, doubts)))


def _extract(tree: HtmlElement, page: PageReading, *, fast: bool) -> str:
    found = trafilatura.bare_extraction(
        tree, url=page.metadata.url, include_comments=False, fast=fast, with_metadata=False
    )
    return (found.text or "") if isinstance(found, trafilatura.metadata.Document) else ""


def decode_page(data: bytes, encoding: str) -> Decoded:
    """Decodes a page; one that is large, without the pictures and programs in it.

    Pages declare their encoding, often wrongly, so UTF-8 is tried before that.

    Raises:
        UnreadableFile: It is too large, or no text.
    """
    if len(data) > _FAST_FROM:
        data = _without_programs(_EMBEDDED.sub(b"", data))
    if len(data) > _EXPORT_LIMIT:
        raise UnreadableFile(f"has {len(data):,} bytes of markup; the limit is {_EXPORT_LIMIT:,}")
    if unmarked_encoding(data):  # UTF-16 is mostly UTF-8 too, and what it declares was true before it was saved
        return decode(data)
    declared = _DECLARED.search(data[:_HEAD])
    name = declared[1].decode().lower() if declared else ""
    if encoding or split_bom(data)[1]:
        return decode(data, encoding)
    with suppress(UnicodeDecodeError):
        return Decoded(data.decode())
    if name not in ("", "utf-8", "utf8"):
        if (text := decode_declared(data, name)) is not None:
            return Decoded(text)
    elif (text := data.decode(errors="replace")).count("\ufffd") <= _FEW_BAD * len(data):
        return Decoded(text, "utf-8")
    return decode(data)


def _without_programs(data: bytes) -> bytes:
    """Leaves scripts and styles out, but for what scripts say about the article; one after the other, in one pass."""
    pieces, place = [], 0
    for start in _PROGRAM.finditer(data):
        if start.start() < place or b"ld+json" in start[0]:
            continue
        end = _PROGRAM_END.search(data, start.end())
        if end is None:
            break
        pieces.append(data[place : start.start()])
        place = end.end()
    return b"".join((*pieces, data[place:]))
