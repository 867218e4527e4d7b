"""The kinds of files that are read, and how a file's kind is told: by its content first, then by its name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from corpus.errors import UnreadableFile
from corpus.formats.archives.archive import Member, parse_archive
from corpus.formats.archives.containers import is_tar, name_ole, name_zip
from corpus.formats.archives.tar_archive import tar_members_of, unpack_gzip
from corpus.formats.archives.wacz import crawled_pages_of
from corpus.formats.archives.warc import WARC_MAGIC, pages_of
from corpus.formats.archives.zip_archive import members_of
from corpus.formats.draft import Hints, Parsed, Parser
from corpus.formats.mail.mailbox import is_mailbox, mails_of
from corpus.formats.office.refused import refuse_locked, refuse_old_word
from corpus.formats.prose import parse_markdown, parse_text
from corpus.formats.records.csv_table import parse_csv
from corpus.formats.records.json_records import parse_json, parse_jsonl
from corpus.formats.worker import IsolatedParser
from corpus.text.decoding import GZIP_MAGIC, OLE_MAGIC, PDF_MAGIC, RTF_MAGIC, ZIP_MAGIC, split_bom

_MB = 1_000_000
_BLANKS = 64  # bytes in which blanks may stand before what tells the kind
HEAD = 2_048  # bytes that tell the kind
_BPLIST_MAGIC, _MAIN_RESOURCE = b"bplist0", b"WebMainResource"  # other property lists are no pages
_TAR_HEAD, _GZIP_HEAD = 512, 65_536  # bytes that tell an archive, and what they are surely packed in
_PROLOG = rb"(?:\s|<\?xml[^>]{0,200}>|<\?xml-stylesheet[^>]{0,300}>|<!--(?:(?!-->).){0,1500}-->)*"
_WEB_PAGE = re.compile(_PROLOG + rb"<(?:!doctype\s+html|html[\s>]|head[\s>])", re.I | re.S)
_ROOT = re.compile(_PROLOG + rb"(?:<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,1500}\]\s*)?>\s*)?<([\w:.-]{1,60})[\s/>]", re.S)
_MAIL = re.compile(rb"(?:\d{1,12}[ \t]*\r?\n)?(?:[\w-]{1,60}:[^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n)*){2}")
_MAIL_MARK = re.compile(rb"^(?:MIME-Version|Message-ID|Received|DKIM-Signature|Return-Path):", re.I | re.M)
_SAVED_PAGE = re.compile(rb"^(?:Snapshot-Content-Location:|From: *\"?<?Saved by )", re.I | re.M)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.I | re.M)  # of a page, or of a mail with pictures
_SENT = re.compile(rb"^(?:Received|Return-Path|DKIM-Signature|Delivered-To|To|Message-ID):", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        parse: Its parser.
        limit: Most bytes of a file.
    """

    parse: Parser
    limit: int


def _parse_member(member: Member, hints: Hints) -> Parsed | None:
    if member.suffix not in SUFFIXES and not tells_kind(member.data[:HEAD]):
        return None
    kind = kind_of(member.data, member.suffix)
    if kind in (ZIP, WARC, WACZ, TAR):
        raise UnreadableFile("is an archive in an archive; unpack it first")
    return parse_file(kind, member.data, hints)


def _parse_mail(member: Member, hints: Hints) -> Parsed:
    return parse_file(MAIL, member.data, hints)


def _parse_mailbox(data: bytes, hints: Hints) -> Parsed:
    return parse_archive(split_bom(data)[0], hints, mails_of, _parse_mail)


TEXT = Kind(parse_text, 10 * _MB)  # five hundred documents of a database have three
MARKDOWN = Kind(parse_markdown, 2 * _MB)  # the longest novels are shorter
CSV = Kind(parse_csv, 500 * _MB)
JSON = Kind(parse_json, 500 * _MB)
JSONL = Kind(parse_jsonl, 500 * _MB)
HTML = Kind(IsolatedParser("corpus.formats.html", "parse_html"), 50 * _MB)  # pictures in it included
MHTML = Kind(IsolatedParser("corpus.formats.archives.mhtml", "parse_mhtml"), 50 * _MB)
MAIL = Kind(IsolatedParser("corpus.formats.mail.message", "parse_mail"), 50 * _MB)
MBOX = Kind(_parse_mailbox, 500 * _MB)
OUTLOOK = Kind(IsolatedParser("corpus.formats.mail.outlook", "parse_outlook", extra="msg"), 50 * _MB)
AGENCY = Kind(IsolatedParser("corpus.formats.agency.agency_xml", "parse_agency_xml"), 20 * _MB)
FEED = Kind(IsolatedParser("corpus.formats.feeds.feed", "parse_feed"), 20 * _MB)
PDF = Kind(IsolatedParser("corpus.formats.pdf", "parse_pdf", extra="pdf"), 50 * _MB)
DOCX = Kind(IsolatedParser("corpus.formats.office.docx", "parse_docx", extra="docx"), 50 * _MB)
RTF = Kind(IsolatedParser("corpus.formats.office.rtf", "parse_rtf", extra="rtf"), 50 * _MB)
FACTIVA = Kind(IsolatedParser("corpus.formats.exports.factiva.xml", "parse_factiva_xml"), 50 * _MB)
ODT = Kind(IsolatedParser("corpus.formats.office.odt", "parse_odt"), 50 * _MB)
EPUB = Kind(IsolatedParser("corpus.formats.office.epub", "parse_epub"), 50 * _MB)
TABLE = Kind(IsolatedParser("corpus.formats.office.table", "parse_table", extra="tables"), 50 * _MB)
OLD_WORD = Kind(refuse_old_word, 500 * _MB)
LOCKED = Kind(refuse_locked, 500 * _MB)
ENEX = Kind(IsolatedParser("corpus.formats.notes.enex", "parse_enex"), 200 * _MB)  # pictures in it included
WEBARCHIVE = Kind(IsolatedParser("corpus.formats.archives.webarchive", "parse_webarchive"), 100 * _MB)  # likewise
ZIP = Kind(partial(parse_archive, members=members_of, parse=_parse_member), 100 * _MB)
WARC = Kind(partial(parse_archive, members=pages_of, parse=_parse_member), 500 * _MB)  # crawlers write .warc.gz
WACZ = Kind(partial(parse_archive, members=crawled_pages_of, parse=_parse_member), 250 * _MB)
TAR = Kind(partial(parse_archive, members=tar_members_of, parse=_parse_member), 100 * _MB)

SUFFIXES: Mapping[str, Kind] = {
    **dict.fromkeys((".txt", ".text", ".ris"), TEXT), **dict.fromkeys((".md", ".markdown"), MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), HTML), **dict.fromkeys((".mhtml", ".mht"), MHTML),
    **dict.fromkeys((".rss", ".atom", ".xml"), FEED),
    **dict.fromkeys((".jsonl", ".ndjson", ".jl", ".jsonlines", ".ldjson"), JSONL),  # Scrapy writes .jl
    **dict.fromkeys((".warc", ".wet", ".gz"), WARC), **dict.fromkeys((".tar", ".tgz"), TAR),
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), TABLE),
    ".json": JSON, ".csv": CSV, ".tsv": CSV, ".pdf": PDF, ".docx": DOCX, ".rtf": RTF, ".zip": ZIP, ".wacz": WACZ,
    ".doc": OLD_WORD, ".odt": ODT, ".epub": EPUB, ".enex": ENEX, ".webarchive": WEBARCHIVE, ".nml": FACTIVA,
    **dict.fromkeys((".eml", ".emlx"), MAIL), **dict.fromkeys((".mbox", ".mbx"), MBOX), ".msg": OUTLOOK,
}  # fmt: skip
_XML_ROOTS: Mapping[bytes, Kind] = {  # name of the outermost element, as written, in small letters
    b"rss": FEED, b"feed": FEED, b"rdf:rdf": FEED, b"en-export": ENEX,
    **dict.fromkeys((b"ppsresponse", b"ppsarticleresponse", b"articleresponse", b"getarticleresponse"), FACTIVA),
    **dict.fromkeys((b"distlist", b"distdoc", b"doc", b"djnml"), FACTIVA),
    **dict.fromkeys((b"nitf", b"newsml", b"newsmessage", b"newsitem", b"packageitem"), AGENCY),
    **dict.fromkeys((b"conceptitem", b"knowledgeitem", b"planningitem", b"catalogitem"), AGENCY),
}  # fmt: skip
_CONTAINERS: Mapping[str, Kind] = {  # by the names that `corpus.formats.archives.containers` gives them
    "docx": DOCX, "odt": ODT, "epub": EPUB, "table": TABLE, "wacz": WACZ, "zip": ZIP, "doc": OLD_WORD, "locked": LOCKED,
    "msg": OUTLOOK,
}  # fmt: skip
# The lines of codes of ANPA 1312 and of IPTC 7901, whose files agencies name as they like.
_WIRE = re.compile(
    rb"[\s\x00-\x1f]{0,64}"
    rb"(?:[A-Za-z]\d{4}[A-Za-z -]{0,12}\x1f?-{0,8}\s{1,8}[a-z]\s{1,3}[a-z][\s\x00-\x1f]{0,6}(?:BC|AM|PM|AP)-"
    rb"|[A-Za-z]{2,5}\d{3,5} [1-8] [A-Za-z]{1,4} {1,3}\d{1,5} {1,6}\S)"
)
_TABULAR = (CSV, JSON, JSONL, TABLE)  # their first cell or field may hold anything


LARGEST = max(kind.limit for kind in SUFFIXES.values())  # bytes


def kind_of(data: bytes, suffix: str) -> Kind:
    """Tells the kind of a file; people and programs often name files for what they are not.

    Args:
        data: The file.
        suffix: End of its name in small letters, with the point; empty where it has none.

    Raises:
        UnreadableFile: Neither the content nor the name tells.
    """
    named = SUFFIXES.get(suffix)
    kind = _by_magic(data, named) or (named if named in _TABULAR else _by_head(data, named) or named)
    if kind is None:
        raise UnreadableFile("is of no kind that is read")
    return kind


def tells_kind(head: bytes) -> bool:
    """Says whether the first bytes of a file tell what it is, whatever its name."""
    return (_by_magic(head, None) or _by_head(head, None)) is not None


def limit_of(suffix: str) -> int:
    """Returns the most bytes that a file of such a name may have, whatever turns out to be in it."""
    return SUFFIXES[suffix].limit if suffix in SUFFIXES else LARGEST


def _by_magic(data: bytes, named: Kind | None) -> Kind | None:
    """Returns the kind of a file that begins as only files of one kind do."""
    if PDF_MAGIC in data[:1024]:
        return PDF
    if data[:_BLANKS].lstrip().startswith(RTF_MAGIC):
        return RTF
    return _by_container(data, named)


def _by_head(data: bytes, named: Kind | None) -> Kind | None:
    """Returns the kind of a text, as far as its first lines tell."""
    head = _plain(data[:HEAD])
    if is_mailbox(head):
        return MBOX
    told = HTML if _WEB_PAGE.match(head) else _kind_of_xml(head)
    if told is None and _MAIL.match(head) and _MAIL_MARK.search(head):
        page = named is MHTML or _is_page(head)
        told = MHTML if page and b"text/html" in data else MAIL
    if told is None and ((named is None and _WIRE.match(head)) or (named is HTML and b"<" not in data)):
        return TEXT
    return told


def _by_container(data: bytes, named: Kind | None) -> Kind | None:
    """Returns the kind of a file that other files or parts lie in; None where it is no such file."""
    if data.startswith(ZIP_MAGIC):
        return _CONTAINERS.get(name_zip(data), named if named in _CONTAINERS.values() else ZIP)
    if data.startswith(OLE_MAGIC):
        return _CONTAINERS.get(name_ole(data), named)
    if data.startswith(_BPLIST_MAGIC) and _MAIN_RESOURCE in data:
        return WEBARCHIVE
    if is_tar(data if not data.startswith(GZIP_MAGIC) else unpack_gzip(data[:_GZIP_HEAD], _TAR_HEAD)):
        return TAR
    return WARC if data.startswith((WARC_MAGIC, GZIP_MAGIC)) else None


def _is_page(head: bytes) -> bool:
    """Says whether a page was saved as a mail is, and not a mail sent."""
    return bool(_SAVED_PAGE.search(head) or (_RELATED.search(head) and not _SENT.search(head)))


def _kind_of_xml(head: bytes) -> Kind | None:
    root = _ROOT.match(head)
    if root is None:
        return None
    name = root[1].lower()
    return _XML_ROOTS.get(name) or _XML_ROOTS.get(name.rpartition(b":")[2])


def parse_file(kind: Kind, data: bytes, hints: Hints) -> Parsed:
    """Parses a file of a kind.

    Raises:
        UnreadableFile: It gives no article at all; the message says why.
    """
    if len(data) > kind.limit:
        raise UnreadableFile(too_large(len(data), kind.limit))
    return kind.parse(data, hints)


def too_large(size: int, limit: int) -> str:
    """Returns the reason why a file of so many bytes is not read."""
    return f"has {size:,} bytes; the limit for this kind of file is {limit:,}"


def _plain(head: bytes) -> bytes:
    """Returns the head of a text in any encoding as ASCII, as far as it is."""
    return split_bom(head)[0].replace(b"\0", b"")
