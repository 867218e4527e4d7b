"""Mails and mailboxes that are damaged, cut off or made to hurt; none of them holds an article."""

import random
import struct
from collections.abc import Mapping

from tests.corpus.formats.mail.outlook_files import attached_mail, attachment, compound, mail_node, outlook

_NOISE = random.Random(20260219).randbytes(50_000)
_ENTRY = struct.pack("<HHII4x", 0x1F, 0x1000, 6, 9)  # a text that is in no stream
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = b"From: A <a@b.example>\nSubject: x\nMIME-Version: 1.0\n"
_WRAP = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
_MAIL = outlook({"subject": "x", "name": "A", "body": "The dockers met. " * 500})


def _first_entry(data: bytes, place: int, value: bytes) -> bytes:
    """Returns a compound file with other bytes in the first entry of its directory."""
    at = (struct.unpack_from("<I", data, 48)[0] + 1) * 512 + place
    return data[:at] + value + data[at + len(value) :]


def _deep_mail(levels: int) -> bytes:
    node = attached_mail({"subject": "x"})
    for _ in range(levels):
        node = {**attachment("x", b""), "__substg1.0_3701000D": mail_node({"subject": "x"}, [node])}
    return compound(mail_node({"subject": "x"}, [node], 32))


def files() -> Mapping[str, bytes]:
    """Returns the files by name."""
    return {
        "noise.mbox": _NOISE,
        "zeros.mbox": b"\0" * 500_000,
        "separators.mbox": b"From \n" * 300_000,
        "times.mbox": b"From 10:30 10:30\n" * 100_000,
        "long-separators.mbox": (b"From " + b"0:0 " * 120 + b"00:00\n") * 4_000,
        "empty-mails.mbox": b"From - 10:30\nSubject: x\n\n" * 1_000,
        "folds.mbox": b"From - 10:30\nX: y\n" + b" z\n" * 500_000,
        "counts.mbox": b"From - 10:30\nContent-Length: 999999999999\n\n\n" * 2_000,
        "cut-in-head.mbox": b"From - Wed Feb 18 10:30:00 2026\nFrom: A <a@b.exam",
        "page.mbox": b"<p>" * 1_000,
        "no-notes.emlx": b"999999999999\n" + _HEAD + b"\n",
        "count-only.emlx": b"12\n",
        "noise.emlx": b"50000\n" + _NOISE,
        "mails-in-mails.eml": _HEAD + b"Content-Type: message/rfc822\n\n" * 400,
        "not-base64.eml": _HEAD + _WRAP + b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n%%\n",
        "many-parts.eml": _HEAD + _WRAP + b"Content-Type: image/png\n\nx\n--b\n" * 8_000,
        "encoded-subject.eml": b"Subject:" + b" =?utf-8?q?=C3=A4?=\n" * 20_000 + b"MIME-Version: 1.0\n\n",
        "half-words.eml": b"Subject: " + b"=?a?b?" * 300_000 + b"\nMIME-Version: 1.0\n\n",
        "angles.eml": b"From: " + b"<a@" * 300_000 + b"\nMIME-Version: 1.0\n\n",
        "head-alone.eml": _HEAD + b"\n---- Forwarded message ----\nFrom: A <a@b.example>\nDate: " + b"1 a " * 300_000,
        "brackets.eml": b"From: " + b"(" * 200_000 + b"\nMIME-Version: 1.0\n\n",
        "addresses.eml": b"From: " + b"a@b.example, " * 50_000 + b"\nMIME-Version: 1.0\n\n",
        "file-names.eml": _HEAD + b"Content-Type: image/png\nContent-Disposition: attachment"
        + b"".join(b";\n filename*%d=a" % number for number in range(5_000)) + b"\n\nx",
        "quotations.eml": _HEAD + b"\n" + b"a@b wrote:\n> a@b wrote wrote:\n" * 70_000,
        "rules.eml": _HEAD + b"\n" + b"- - - - - - - x\n- y \n" * 70_000,
        "alert.eml": b"From: googlealerts-noreply@google.com\nMIME-Version: 1.0\n\n"
        + b"https://www.google.com/url?url=https://a.example/\n" * 60_000,
        "noise.msg": _NOISE,
        "mark-only.msg": _OLE,
        "noise-below-mark.msg": _OLE + _NOISE,
        "cut.msg": _MAIL[:2_000],
        "loop.msg": _first_entry(_MAIL, 76, struct.pack("<I", 0)),
        "no-folder.msg": _MAIL[:48] + b"\xff\xff\xff\0" + _MAIL[52:],
        "deep.msg": _deep_mail(300),
        "missing.msg": compound({"__properties_version1.0": bytes(32) + _ENTRY * 9_000}),
        "word.msg": compound({"WordDocument": _NOISE}),
    }  # fmt: skip
