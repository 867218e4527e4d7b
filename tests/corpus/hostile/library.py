"""Damaged and hostile exports of ProQuest, references, texts in no encoding, and printed or scanned PDF files."""

import random
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from tests.corpus.formats.office_files import pdf

_RULE = "_" * 60
_ONE = f"{_RULE}\n\nDocument 1 of 2\n\nThe wall\n\nAuthor: Halden, Marek.\n\nProQuest document link\n\n"
_NOISE = random.Random(20260220).randbytes(20_000)
_ANCHOR = '<a name="DocID_MSTAR_1"></a>'
_NUMBER = _RULE + "\nDocument {} of 20000\n"
_WORDS = "Это слова на русском, и не на другом языке."
_FRAME = ("11/30/26, 3:08 AM The wall | Quay Courier", "https://quaycourier.example/wall 1/1")


def _feed(encoding: str, inside: bytes) -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><item><description>'.encode()
    return head + inside + b"</description></item></channel></rss>"


def _picture(width: float, height: float) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(width, height))
    canvas.rect(10, 10, 50, 50, fill=1)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def files() -> dict[str, bytes]:
    """Returns the files by name; none of them gives an article."""
    return {
        "proquest-cut.txt": _ONE.encode(),
        "proquest-no-words.txt": f"{_ONE}Full text: \n\nSubject: Walls".encode(),
        "proquest-numbers.txt": ("ProQuest\n" + "".join(map(_NUMBER.format, range(1, 20_001)))).encode(),
        "proquest-rules.txt": (_ONE + f"{_RULE}\n" * 30_000).encode(),
        "proquest-links.txt": (_ONE + "ProQuest document link\n" * 80_000).encode(),
        "proquest-only-links.txt": b"Abstract: None available.\nProQuest document link\n" * 40_000,
        "proquest-labels.txt": (_ONE + "Subject: x\n" * 180_000).encode(),
        "proquest-endless-field.txt": (_ONE + "Database: x\n" + "a\n" * 900_000).encode(),
        "proquest-details.txt": (f"{_ONE}Full text:\nDETAILS\n" + "DETAILS\nSubject: x\n" * 90_000).encode(),
        "proquest-colons.txt": (_ONE + ":" * 1_900_000).encode(),
        "proquest-blanks.txt": (_ONE + " " * 1_900_000 + "\n" + "\n" * 10_000).encode(),
        "proquest-anchors.html": f"<html><title>ProQuest</title><p>Abstract: x</p>{_ANCHOR * 50_000}".encode(),
        "proquest-deep.html": f"<html>ProQuest document link<p>Abstract: x{'<div>' * 90_000}{_ANCHOR}".encode(),
        "references.ris": b"TY  - NEWS\nTI  - The wall\nAB  - Short.\nER  - \n" * 30_000,
        "references-cut.ris": b"TY  - NEWS\nTI  - The wa",
        "references-only-beginnings.ris": b"TY  - NEWS\n" * 170_000,
        "references-one-value.ris": b"TY  - NEWS\nKW  - " + b"a\n" * 900_000,
        "no-encoding.txt": bytes(range(128, 256)) * 8_000,
        "two-encodings.txt": f"{_WORDS}\n".encode("koi8-r") * 900 + f"{_WORDS}\n".encode("cp866") * 900,
        "wide-noise.txt": b"\x01\x00\x02\xd8" * 5_000,
        "nuls-between.txt": b"abcd\0efg" * 5_000,
        "escapes.txt": b"\x1b$B" + _NOISE,
        "feed-slow-encoding.xml": _feed("punycode", b"a-" * 400_000),
        "feed-no-encoding.xml": _feed("klingon", _NOISE.replace(b"<", b"")),
        "printed-nothing.pdf": pdf(_FRAME),
        "printed-menu.pdf": pdf(["News", "Sport", "Weather", "Sign in", *_FRAME]),
        "scan-large.pdf": _picture(14_000, 14_000),
        "scan-thin.pdf": _picture(14_400, 1),
        "scan-many.pdf": pdf(*[[]] * 400),
    }  # fmt: skip
