"""Files that no newsroom wants and every newsroom has: damaged, misnamed, hostile. Made by program."""

import gzip
import random
from collections.abc import Mapping

from tests.corpus.formats.archive_files import zipped
from tests.corpus.formats.office_files import pdf, word
from tests.corpus.hostile import agency, databases, libraries, library, mail, notes, pages, records
from tests.corpus.pages import PARAGRAPHS, page

_TEXT = "\n\n".join(PARAGRAPHS)
_NOISE = random.Random(20260218).randbytes(100_000)
_BILLION_LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 100 + '"><!ENTITY c "' + "&b;" * 100 + '"><!ENTITY d "'
    + "&c;" * 100 + '"><!ENTITY e "' + "&d;" * 100 + '">]>'
)  # fmt: skip
_OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_PARTS = b"Content-Type: multipart/related; boundary=x\n\n"
_NEST = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
_ITEM = "<rss><channel><item><title>&{};</title></item></channel></rss>"
_MAIL = b"From: A <a@b.example>\nSubject: x\nMIME-Version: 1.0\n"


_SETS = (agency, databases, libraries, library, mail, notes, pages, records)


def bad_files() -> Mapping[str, bytes]:
    """Returns the files by name; none of them holds an article."""
    own = {
        f"{kinds.__name__.rpartition('.')[2]}-{name}": data for kinds in _SETS for name, data in kinds.files().items()
    }
    return {**_common_files(), **own}


def _common_files() -> Mapping[str, bytes]:
    return {
        "empty.html": b"",
        "blank.html": b" \n\t\r\n",
        "noise.html": _NOISE,
        "zeros.html": b"\0" * 100_000,
        "picture.html": b"\x89PNG\r\n\x1a\n" + _NOISE[:5_000],
        "only-scripts.html": b"<html><script>" + b"x();" * 10_000 + b"</script></html>",
        "frames.html": b"<html><frameset><frame src='http://a.example/'></frameset></html>",
        "cut-in-head.html": page().encode()[:60],
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"x",
        "deep-quotes.html": b"<html>" + b"<blockquote><i><b>" * 30_000,
        "large.html": b"<html><body>" + b"<p>word</p>" * 500_000,
        "laughs.html": f"<?xml version='1.0'?>{_BILLION_LAUGHS}<html><body>&e;</body></html>".encode(),
        "attributes.html": b"<html><body><p " + b"a=1 " * 200_000 + b">",
        "deep-json.html": b"<html><script type='application/ld+json'>" + b'{"a":' * 100_000 + b"</script>",
        "noise.mhtml": _NOISE,
        "no-page.mhtml": _MAIL + _PARTS + b"\n--x\nContent-Type: image/png\n\ny\n--x--\n",
        "unclosed.mhtml": _MAIL + _PARTS,
        "nested.eml": _MAIL + b"".join(_NEST % (level, level) for level in range(3_000)),
        "heads-only.eml": b"X: y\n" * 50_000,
        "noise.eml": _NOISE,
        "bad-base64.eml": _MAIL + b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!\n",
        "noise.pdf": _NOISE,
        "mark-only.pdf": b"%PDF-1.7",
        "cut.pdf": pdf(["A line of text that is long enough to be one."] * 30)[:700],
        "scan.pdf": pdf([], [], []),
        "locked.pdf": pdf(["secret"], password="secret"),
        "loop.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "noise.docx": _NOISE,
        "cut.docx": word(_TEXT)[:3_000],
        "bomb.docx": zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<a>" * 10_000_000}),
        "no-parts.docx": zipped({"word/document.xml": b"<a/>"}),
        "page.docx.zip": zipped({"a.docx": word(_TEXT)[:2_000]}),
        "noise.rss": _NOISE,
        "laughs.xml": f"<?xml version='1.0'?>{_BILLION_LAUGHS}{_ITEM.format('e')}".encode(),
        "outside.xml": f"<?xml version='1.0'?>{_OUTSIDE}{_ITEM.format('x')}".encode(),
        "other.xml": b"<?xml version='1.0'?><invoice><total>5</total></invoice>",
        "deep.atom": b"<feed>" + b"<entry>" * 50_000,
        "noise.zip": _NOISE,
        "bomb.zip": zipped({"a.txt": b"0" * 90_000_000}),
        "many.zip": zipped({f"{number}.txt": b"x" for number in range(2_001)}),
        "nested.zip": zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": _TEXT.encode()})})}),
        "pictures.zip": zipped({"../../a.png": b"x", "/etc/b.png": b"y"}),
        "noise.warc": _NOISE,
        "cut.warc.gz": gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" * 50)[:40],
        "bomb.gz": gzip.compress(b"0" * 200_000_000),
        "table.gz": gzip.compress(b"a,b\n1,2\n"),
    }  # fmt: skip
