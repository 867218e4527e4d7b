"""Mails of Outlook.

Public sources of the form: MS-OXMSG and MS-CFB (names of the streams, length of the heads above the properties: 32
bytes in a mail, 24 in a mail in it, 8 in an attachment), python-oxmsg and msg-extractor (properties that are missing,
Exchange addresses that are no addresses, texts in an 8-bit code page, HTML as bytes).
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import OUTLOOK, kind_of
from corpus.formats.mail.outlook import parse_outlook
from tests.corpus.formats.mail.outlook_files import attached_mail, attachment, compound, outlook
from tests.corpus.pages import PARAGRAPHS

BODY = "\r\n\r\n".join(PARAGRAPHS)
WORDS = "\n\n".join(PARAGRAPHS)
SENT = datetime(2026, 2, 18, 9, 30, tzinfo=UTC)
HEAD = "From: Quay Courier <news@quaycourier.example>\r\nSubject: Strike\r\nDate: Wed, 18 Feb 2026 23:30:00 -0500\r\n"


@settings(max_examples=40, deadline=None)
@given(
    st.booleans(),
    st.sampled_from(("plain", "markup", "both")),
    st.sampled_from(("Kelpwick repairs its wall", "Bürgermeister tritt zurück", "Совет проголосовал")),
    st.integers(0, 365),
    st.integers(0, 5_000),
    st.sampled_from((0, 1251, 1252)),
)
def test_a_mail_is_found_with_its_own_fields(
    headers: bool, form: str, title: str, days: int, padding: int, codepage: int
) -> None:
    codepage = 0 if headers else codepage
    if codepage:
        title = title.encode(f"cp{codepage}", "ignore").decode(f"cp{codepage}")
    sent = SENT + timedelta(days)
    head = HEAD.replace("Strike", title).replace("Wed, 18 Feb 2026", f"{sent:%a, %d %b %Y}")
    fields: dict[str, str | bytes | datetime] = {"kind": "IPM.Note", "subject": title}
    fields |= (
        {"headers": head} if headers else {"name": "Quay Courier", "address": "news@quaycourier.example", "sent": sent}
    )
    if form != "markup":
        fields["body"] = BODY
    if form != "plain":
        spaces = " " * padding
        fields["markup"] = f"<html>{spaces}<p>{'</p><p>'.join(PARAGRAPHS)}</p></html>".encode()
    data = outlook(fields, codepage=codepage)
    assert kind_of(data, ".txt") is OUTLOOK
    (draft,) = parse_outlook(data, Hints()).drafts
    said = draft.metadata
    assert (said.outlet, said.title, said.published) == ("Quay Courier", " ".join(title.split()), sent.date())
    assert draft.text == WORDS


def test_attached_mails_are_articles_and_attached_files_are_named() -> None:
    inner = {"kind": "IPM.Note", "headers": HEAD, "body": BODY}
    files = [attached_mail(inner), attachment("table.xlsx", b"x"), attached_mail(inner)]
    data = outlook({"subject": "Look", "name": "Ana", "address": "/O=FIRM/CN=ANA", "body": "See below."}, files)
    parsed = parse_outlook(data, Hints())
    assert [draft.metadata.outlet for draft in parsed.drafts] == ["Quay Courier", "Quay Courier"]
    assert parsed.drafts[0].metadata.published == date(2026, 2, 18)
    assert parsed.drafts[0].dropped == ("See below.",)
    assert "table.xlsx" in parsed.drafts[0].metadata.warnings[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (outlook({"subject": "x", "name": "A", "rtf": b"LZFu"}), "only in Outlook's own form of RTF"),
        (outlook({"kind": "IPM.Appointment", "subject": "x"}), "of the kind IPM.Appointment"),
        (outlook({"subject": "x", "name": "A"}, [attachment("a.pdf", b"x")]), "without text; not read: a.pdf"),
        (compound({"WordDocument": b"x"}), "is no mail"),
        (compound({"__properties_version1.0": b""}), "is no mail"),
        (outlook({"subject": "x", "body": BODY})[:3_000], "is no mail of Outlook, or a damaged one"),
    ],
)
def test_what_is_no_mail_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_outlook(data, Hints())
