"""Damaged and hostile exports of LexisNexis, Nexis Uni and NewsBank, and RTF files."""

from tests.corpus.formats.office_files import rtf, word

_CENTRED = " " * 31
_COVER = "Date and Time: Friday, 20 February 2026\n\nJob Number: 1\n\nDocuments (2)\n\n1. A wall\n\nNarrowed by:\n\n"
_UNI = "A wall\n\nQuay Courier\n\nFebruary 18, 2026\n\nCopyright 2026 Quay Courier\n\nLength: 9 words\n\n"
_PAGE = '<html><style>.c0 { text-align: center; }</style><body><A NAME="DOC_ID_1_0"></A>'
_NEWSBANK = "A wall\n\nQuay Courier - February 18, 2026\n\n"


def _separator(number: int, total: int) -> str:
    return f"{_CENTRED}{number} of {total} DOCUMENTS\n\n"


def _classic(number: int, total: int, text: str = "") -> str:
    head = f"{_separator(number, total)}{_CENTRED}Quay Courier\n\n{_CENTRED}May 2, 2020\n\n"
    return f"{head}A wall\n\nLENGTH: 9 words\n\n{text}"


def files() -> dict[str, bytes]:
    """Returns the files by name; none of them gives an article."""
    return {
        "nexis-no-text.txt": "".join(_classic(number, 3_000) for number in range(1, 3_001)).encode(),
        "nexis-separators.txt": (_classic(1, 9) + _separator(1, 9) * 25_000).encode(),
        "nexis-labels.txt": (_classic(1, 1) + "LOAD-DATE: May 2, 2020\n\n" * 50_000).encode(),
        "nexis-centred.txt": (_classic(1, 1) + f"{_CENTRED}x\n\n" * 50_000).encode(),
        "nexis-copyright.txt": (_classic(1, 1) + "Copyright 2020\n" * 100_000).encode(),
        "nexis-sorry.txt": _classic(1, 1, "We are sorry but there is an error in this document").encode(),
        "nexis-almost-separators.txt": (_classic(1, 1) + "GRAPHIC:\n\n" * 90_000).encode(),
        "nexis-cover-alone.txt": (_COVER * 2_000).encode(),
        "nexis-uni-no-text.txt": (_COVER + f"{_UNI}Body\n\nEnd of Document\n\n" * 2_000).encode(),
        "nexis-uni-ends.txt": (_UNI + "End of Document\n\n" * 50_000).encode(),
        "nexis-uni-marks.txt": (_UNI + "Body\n\nClassification\n\n" + "Language: ENGLISH\n\n" * 50_000).encode(),
        "nexis-uni-no-text.docx": word(*f"{_COVER}{_UNI}Body\n\nEnd of Document".split("\n\n")),
        "nexis-page-deep.html": (_PAGE + "<div>" * 200_000).encode(),
        "nexis-page-no-text.html": (_PAGE + '<div class="c0">1 of 1 DOCUMENTS</div>' * 20_000).encode(),
        "nexis-page-no-documents.html": (_PAGE + "<!-- Hide XML section from browser" * 20_000).encode(),
        "nexis-page-cells.html": (_PAGE + "<table><tr>" + "<td> " * 100_000).encode(),
        "newsbank-no-text.txt": f"{_NEWSBANK}Copyright (c) 2026 Quay\nRecord Number: 0A\n\n".encode() * 5_000,
        "newsbank-notices.txt": (_NEWSBANK + "Record Number: 0A\n" * 100_000).encode(),
        "newsbank-captions.txt": (
            "Record Number: 0A\n\n" + _NEWSBANK + "Caption: x\n" * 90_000 + "Record Number: 0A\n"
        ).encode(),
        "fields.rtf": b"{\\rtf1 " + rb"{\field{\*\fldinst{" * 100_000,
        "addresses.rtf": b"{\\rtf1 " + rb'{\field{\*\fldinst{HYPERLINK "a"}' * 60_000,
        "fonts.rtf": b"{\\rtf1 {\\fonttbl " + rb"\f1\fcharset0 " * 100_000,
        "braces.rtf": b"{\\rtf1 " + b"{" * 1_000_000,
        "closed.rtf": b"{\\rtf1 " + b"}" * 1_000_000,
        "binary.rtf": b"{\\rtf1 {\\pict\\bin999999999 " + bytes(range(256)) * 1_000,
        "pictures.rtf": b"{\\rtf1 " + b"{\\pict " + b"89504e47" * 500_000 + b"}}",
        "far-character.rtf": rb"{\rtf1 \u2147483647 x}",
        "mark-alone.rtf": b"{\\rtf",
        "cut.rtf": rtf("A wall of Kelpwick")[:300],
        "zeros.rtf": b"{\\rtf1 " + b"\0" * 100_000,
    }
