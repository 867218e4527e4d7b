"""Notes, e-books, tables and archives that are damaged or made to do harm; none holds an article."""

import gzip
import plistlib
import random
import struct
import zipfile
from io import BytesIO

from tests.corpus.formats.archive_files import zipped
from tests.corpus.formats.office.workbooks import ods, ole, packed, xls, xlsx

_NOISE = random.Random(20260219).randbytes(100_000)
_LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 100 + '"><!ENTITY c "' + "&b;" * 100 + '"><!ENTITY d "'
    + "&c;" * 100 + '"><!ENTITY e "' + "&d;" * 100 + '">]>'
)  # fmt: skip
_OUTSIDE = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_ODT, _EPUB = "application/vnd.oasis.opendocument.text", "application/epub+zip"
_ODF_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
_CONTAINER = (
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='{}'/>"
    "</rootfiles></container>"
)


def _enex(content: str, above: str = "") -> bytes:
    return f"<?xml version='1.0'?>{above}<en-export><note><title>x</title>{content}</note></en-export>".encode()


def _odt(body: str, above: str = "") -> bytes:
    content = f"<office:document-content {_ODF_SPACES}><office:body>{body}</office:body></office:document-content>"
    return packed({"content.xml": above + content}, _ODT, zipfile.ZIP_STORED)


def _package(items: str, spine: str) -> str:
    return f"<package xmlns='http://www.idpf.org/2007/opf'><manifest>{items}</manifest><spine>{spine}</spine></package>"


def _plist_in_a_circle() -> bytes:
    """A property list whose page is the list itself: object 0 is a mapping of object 1 to object 0."""
    objects = b"bplist00" + b"\xd1\x01\x00" + b"\x5f\x10\x0fWebMainResource"
    offsets = bytes((8, 11))
    return objects + offsets + bytes(6) + bytes((1, 1)) + struct.pack(">QQQ", 2, 0, len(objects))


def _plist_of_counts() -> bytes:
    """A property list that says it has 2**60 objects."""
    return b"bplist00WebMainResource" + bytes(6) + bytes((8, 8)) + struct.pack(">QQQ", 2**60, 0, 8)


def _tar_head(name: bytes, size: bytes, kind: bytes = b"0") -> bytes:
    return (name.ljust(124, b"\0") + size.ljust(32, b"\0") + kind).ljust(257, b"\0") + b"ustar\x0000".ljust(255, b"\0")


def _far_cells() -> bytes:
    """A sheet with two cells, the first and the last there can be."""
    data = xlsx({"One": [["text", "title"]]}, shared=False)
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>n</t></is></c></row></sheetData></worksheet>'
    )
    return _replaced(data, "xl/worksheets/sheet1.xml", sheet)


def _replaced(data: bytes, name: str, text: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {member: archive.read(member) for member in archive.namelist()}
    return zipped({**files, name: text.encode()})


def _repeated_cells() -> bytes:
    """A sheet of LibreOffice that says of one cell that it comes in every place there is."""
    content = (
        f"<office:document-content {_ODF_SPACES}><office:body><office:spreadsheet><table:table table:name='a'>"
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell office:value-type='string' "
        "table:number-columns-repeated='16384'><text:p>n</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return _replaced(ods({"a": [["x"]]}), "content.xml", content)


def files() -> dict[str, bytes]:
    """Returns the files by name."""
    return {
        "noise.enex": _NOISE,
        "laughs.enex": _enex("<content>&e;</content>", _LAUGHS),
        "outside.enex": _enex("<content>&e;</content>", _OUTSIDE),
        "deep.enex": b"<en-export><note>" * 50_000,
        "cut-in-note.enex": b"<?xml version='1.0'?><en-export><note><title>x</title><content><![CDATA[<en-note>",
        "nothing.enex": b"<en-export>" + b"<note/>" * 30_000 + b"</en-export>",
        "zeros.enex": b"<en-export>" + b"\0" * 100_000,
        "secrets.enex": _enex(f"<content><![CDATA[{'<en-crypt ' * 100_000}]]></content>"),
        "files.enex": b"<en-export><note>" + b"<data " * 300_000,
        "wide.enex": _enex("<content/>").decode().encode("utf-16"),
        "circle.webarchive": _plist_in_a_circle(),
        "counts.webarchive": _plist_of_counts(),
        "noise.webarchive": _NOISE,
        "deep.webarchive": b"<plist>" + b"<array>" * 100_000,
        "laughs.webarchive": f"<?xml version='1.0'?>{_LAUGHS}<plist><string>&e;</string></plist>".encode(),
        "no-page.webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}),
        "noise.wacz": _NOISE,
        "bomb.wacz": zipped({"datapackage.json": b"{}", "archive/a.warc": b"0" * 290_000_000}),
        "entries.epub": b"PK\x03\x04" + b"PK\x01\x02".ljust(46, b"\0") * 60_000,
        "many.wacz": zipped({f"archive/{row}.warc": b"" for row in range(2_001)}),
        "packed.wacz": zipped({"datapackage.json": b"{}", "archive/a.warc.gz": gzip.compress(b"0" * 60_000_000)}),
        "endless.wet": b"WARC/1.0\nWARC-Type: conversion\nContent-Type: text/plain\nContent-Length: 99999999999\n\n",
        "heads.wet": b"WARC/1.0\r\n" + b"A: b\r\n" * 200_000,
        "noise.tar": _NOISE,
        "negative.tar": _tar_head(b"a.txt", b"-1"),
        "huge.tar": _tar_head(b"a.txt", b"777777777777"),
        "circles.tar": _tar_head(b"a.txt", b"0", b"2") * 4_000,
        "many.tar": _tar_head(b"a.txt", b"0") * 4_000,
        "names.tar": _tar_head(b"a", b"1000000", b"L") * 3,
        "bomb.tgz": gzip.compress(_tar_head(b"a.txt", b"1000000000") + b"0" * 150_000_000),
        "noise.odt": _NOISE,
        "deep.odt": _odt("<office:text>" + "<text:p>" * 100_000),
        "laughs.odt": _odt("<office:text><text:p>&e;</text:p></office:text>", _LAUGHS),
        "bomb.odt": packed({"content.xml": "<a>" * 10_000_000}, _ODT),
        "noise.epub": _NOISE,
        "circle.epub": packed({"META-INF/container.xml": _CONTAINER.format("META-INF/container.xml")}, _EPUB),
        "outside.epub": packed({"META-INF/container.xml": _CONTAINER.format("../../../etc/passwd")}, _EPUB),
        "spine.epub": packed(
            {
                "META-INF/container.xml": _CONTAINER.format("a.opf"),
                "a.opf": _package(
                    "<item id='a' href='../../../etc/passwd' media-type='text/html'/>", "<itemref idref='a'/>" * 50_000
                ),
            },
            _EPUB,
            zipfile.ZIP_STORED,
        ),
        "deep.epub": packed(
            {
                "META-INF/container.xml": _CONTAINER.format("a.opf"),
                "a.opf": _package("<item id='a' href='a.html' media-type='text/html'/>", "<itemref idref='a'/>"),
                "a.html": "<p>words " + "<a href='x'><div>" * 100_000,
            },
            _EPUB,
            zipfile.ZIP_STORED,
        ),
        "noise.xlsx": _NOISE,
        "far.xlsx": _far_cells(),
        "bomb.xlsx": zipped({"xl/workbook.xml": b"<a>" * 10_000_000}),
        "repeated.ods": _repeated_cells(),
        "noise.xls": ole({"Workbook": _NOISE}),
        "cut.xls": xls([["text"], ["words"]])[:700],
        "streams.xls": ole({"Workbook": b""})[:512] + b"\xff" * 4_096,
        "old.doc": ole({"WordDocument": _NOISE}),
        "locked.docx": ole({"EncryptedPackage": _NOISE}),
    }  # fmt: skip
