"""Mailboxes in the forms that mail programs write.

Public sources of the forms: RFC 4155 (separator lines, quoting); the manual page of qmail's mbox (no reader may rely on
an empty line above a separator); Thunderbird's tests of its mailboxes (``From `` alone, ``From - `` with a day, the
quoting of mboxrd, lines that only look like separators); Gmail's Takeout (``From 17...@xxx`` with a zone before the
year); MimeKit's tests (mailboxes with Content-Length and without quoting); jwz's page on Content-Length (that it lies).
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import MAIL, MBOX, kind_of, parse_file
from corpus.formats.mail.mailbox import mails_of

OUTLETS = ("Quay Courier <news@quaycourier.example>", "Fen Gazette <brief@fengazette.example>")
TRAPS = (
    "From here on the road is closed, said the mayor, and nobody knows until when.",
    "From \nThis stood alone on its line.",
    "From Monday the ferry sails\nNote: it does not take cars.",
    "From the mailbox of a reader, 10:30 2026\nand it goes on in prose.",
    "Subject: a letter to the editor\nDate: none",
    "Content-Length: 7",
    "a line\n>From a quotation",
)
PROSE = st.sampled_from(
    ("The council of Kelpwick voted to repair its flood gates.", "Der Rat stimmte zu, sagte Bürgermeisterin Ähren.",
     "Le conseil a voté mardi, dit la maire.", "Совет проголосовал во вторник.")
)  # fmt: skip


@dataclass(frozen=True)
class Sent:
    outlet: str
    title: str
    day: date
    body: str

    def source(self, length: bool) -> str:
        count = f"Content-Length: {len(self.body.encode())}\n" if length else ""
        return (
            f"From: {self.outlet}\nSubject: {self.title}\nDate: {self.day:%a, %d %b %Y} 10:30:00 +0100\n"
            f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n{count}\n{self.body}"
        )


@st.composite
def sent(draw: st.DrawFn) -> Sent:
    paragraphs = draw(st.lists(st.one_of(PROSE, st.sampled_from(TRAPS)), min_size=1, max_size=5))
    return Sent(
        outlet=draw(st.sampled_from(OUTLETS)),
        title=f"Story number {draw(st.integers(0, 999))}",
        day=date(2026, 1, 1) + timedelta(draw(st.integers(0, 300))),
        body="\n\n".join(("Kelpwick.", *paragraphs)) + "\n",
    )


def separator(form: str, mail: Sent) -> str:
    at = f"{mail.day:%a %b} {mail.day.day:2} 10:30:00"
    return {
        "rfc": f"From news@quaycourier.example {at} {mail.day.year}",
        "thunderbird": f"From - {at} {mail.day.year}",
        "new thunderbird": "From ",
        "takeout": f"From 1593492746458467264@xxx {at} +0000 {mail.day.year}",
    }[form]


def quoted(text: str, how: str) -> str:
    lines = text.split("\n")
    if how == "mboxrd":
        return "\n".join(f">{line}" if line.lstrip(">").startswith("From ") else line for line in lines)
    return "\n".join(f">{line}" if line.startswith("From ") else line for line in lines)


FORMS = ("rfc", "thunderbird", "new thunderbird", "takeout")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(sent(), min_size=1, max_size=40),
    st.sampled_from(FORMS),
    st.sampled_from(("mboxo", "mboxrd", "mboxcl", "mboxcl2")),
    st.sampled_from(("\n", "\r\n")),
    st.booleans(),
)
def test_every_mail_of_a_mailbox_is_found_with_its_own_fields(
    mails: list[Sent], form: str, how: str, line_end: str, empty_line: bool
) -> None:
    pieces = []
    for mail in mails:
        length = how.startswith("mboxcl") and line_end == "\n"
        source = mail.source(length)
        if how != "mboxcl2" or not length:
            # A length that was counted before anything was quoted is wrong, and must not be believed.
            source = quoted(source, how)
        pieces.append(f"{separator(form, mail)}\n{source}" + "\n" * empty_line)
    data = "".join(pieces).replace("\n", line_end).encode()
    assert kind_of(data, "") is MBOX
    drafts = parse_file(MBOX, data, Hints()).drafts
    assert [draft.number for draft in drafts] == (list(range(1, len(mails) + 1)) if len(mails) > 1 else [None])
    for mail, draft in zip(mails, drafts, strict=True):
        said = draft.metadata
        assert (said.outlet, said.title, said.published) == (mail.outlet.partition(" <")[0], mail.title, mail.day)
        # Who quotes "From " alone (mboxo) leaves open whether ">From " was quoted.
        assert draft.text.replace(">From", "From").split() == mail.body.replace(">From", "From").split()


def one(day: str = "Wed Feb 18 10:30:00 2026", body: str = "The dockers met.", **fields: str) -> str:
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    head += "From: Quay Courier <news@quaycourier.example>\nSubject: Strike\nMIME-Version: 1.0\n"
    return f"From - {day}\n{head}\n{body}\n\n"


def test_a_mail_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    data = (one() + one(body="") + one()).encode()
    parsed = parse_file(MBOX, data, Hints())
    assert [draft.number for draft in parsed.drafts] == [1, 3]
    assert [(problem.source, problem.reason) for problem in parsed.problems] == [
        ("#2", "mail 2: is a mail without text")
    ]


def test_a_mail_that_was_deleted_in_thunderbird_is_named_not_read() -> None:
    data = (one(X_Mozilla_Status="0001") + one(X_Mozilla_Status="0009")).encode()
    parsed = parse_file(MBOX, data, Hints())
    assert len(parsed.drafts) == 1
    assert "was deleted in Thunderbird" in parsed.problems[0].reason


def test_what_stands_above_the_first_separator_is_not_lost() -> None:
    data = f"From: A B <news@ab.example>\nSubject: x\n\nA text of its own.\n\n{one()}".encode()
    assert len(parse_file(MBOX, data, Hints()).drafts) == 2


@pytest.mark.parametrize(
    "text", ["A novel.\n\nFrom Monday on it rained.\n", "From here\nBut: it is none.\nReally: none.\n"]
)
def test_prose_is_no_mailbox(text: str) -> None:
    assert kind_of(text.encode(), ".txt") is not MBOX
    with pytest.raises(UnreadableFile, match="is no mail: it begins"):
        parse_file(MBOX, text.encode(), Hints())


def test_a_length_that_lies_merges_nothing() -> None:
    first = one(body="One.", Content_Length="9999")
    assert len(list(mails_of((first + one(body="Two.") + one(body="Three.")).encode()))) == 3


def test_one_mail_with_a_separator_above_it_is_a_mail_too() -> None:
    assert kind_of(one().encode(), ".eml") is MBOX
    assert kind_of(one().partition("\n")[2].encode(), "") is MAIL


def test_a_byte_order_mark_above_a_mailbox_hides_no_mail() -> None:
    data = b"\xef\xbb\xbf" + (one() * 2).encode()
    assert kind_of(data, "") is MBOX
    assert len(parse_file(MBOX, data, Hints()).drafts) == 2
