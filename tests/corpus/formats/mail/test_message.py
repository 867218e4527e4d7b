import json
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import MAIL, kind_of
from corpus.formats.mail.message import parse_mail
from tests.corpus.pages import PARAGRAPHS, TITLE

STORY = " ".join(PARAGRAPHS)


def mail(
    text: str = "", markup: str = "", sender: str = "Quillport Ledger <news@ledger.example>", mark: str = "Fwd: "
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, f"{mark}{TITLE}"
    message["Date"] = "Wed, 18 Feb 2026 23:30:00 -0500"
    if text:
        message.set_content(text)
    if markup:
        message.add_alternative(markup, "html") if text else message.set_content(markup, "html")
    return message


def test_a_newsletter_is_an_article_of_its_sender() -> None:
    message = mail("plain", f"<div style='display:none'>Preview</div><h1>{TITLE}</h1><p>{STORY}</p><p>Unsubscribe</p>")
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert draft.text == f"{TITLE}\n\n{STORY}"
    assert draft.dropped == ("Unsubscribe",)
    metadata = draft.metadata
    assert (metadata.outlet, metadata.title, metadata.published) == ("Quillport Ledger", TITLE, date(2026, 2, 18))
    assert metadata.origins["published"] == "mail: Date (when it was sent)"


def test_lines_of_a_plain_mail_are_joined_to_paragraphs() -> None:
    (draft,) = parse_mail(
        mail(f"{PARAGRAPHS[0][:60]}\n{PARAGRAPHS[0][60:]}\n\n{PARAGRAPHS[1]}\n").as_bytes(), Hints()
    ).drafts
    assert draft.text.split("\n\n")[1] == PARAGRAPHS[1]
    assert "\n" not in draft.text.split("\n\n")[0]


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_digest_of_several_stories_is_several_articles(kind: str) -> None:
    heads = ("Pool closes for good", "Mayor wants a library", "Ferry is late again")
    if kind == "html":
        markup = "".join(
            f'<h2><a href="https://l.example/{n}">{head}</a></h2><p>{STORY}</p>' for n, head in enumerate(heads)
        )
        message = mail(markup=f"<p>Good morning!</p>{markup}<p>Unsubscribe here</p>")
    else:
        message = mail("\n\n-----\n\n".join(f"{head}\n\n{STORY}\n\nhttps://l.example/" for head in heads))
    drafts = parse_mail(message.as_bytes(), Hints()).drafts
    assert [(draft.number, draft.metadata.title) for draft in drafts] == list(enumerate(heads, start=1))
    assert {draft.metadata.outlet for draft in drafts} == {"Quillport Ledger"}
    assert {draft.metadata.url for draft in drafts} == {None}


def test_one_article_with_headings_stays_one() -> None:
    markup = f"<h2>First</h2><p>{STORY}</p><h2>Second</h2><p>{STORY}</p><h2>Third</h2><p>{STORY}</p>"
    assert len(parse_mail(mail(markup=markup).as_bytes(), Hints()).drafts) == 1


def test_an_address_is_no_outlet() -> None:
    (draft,) = parse_mail(mail(STORY, sender="news@ledger.example").as_bytes(), Hints()).drafts
    assert draft.metadata.outlet == ""
    assert "news@ledger.example" in draft.metadata.warnings[0]


def test_attachments_are_not_read_whatever_their_name() -> None:
    message = mail(STORY)
    message.add_attachment(b"secret", maintype="application", subtype="pdf", filename="../../evil.pdf")
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert draft.text == STORY


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-7-wrong"])
def test_the_encoding_of_the_body_is_found(charset: str) -> None:
    real = "cp1252" if charset == "cp1252" else "utf-8"
    head = f"From: A <a@b.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    (draft,) = parse_mail(head.encode() + f"Zoë spoke. {STORY}".encode(real), Hints()).drafts
    assert draft.text.startswith("Zoë spoke.")


@pytest.mark.parametrize(
    "data", [b"From: a@b.example\nSubject: x\n\n", b"MIME-Version: 1.0\nContent-Type: image/png\n\nx"]
)
def test_a_mail_without_text_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is a mail without text"):
        parse_mail(data, Hints())


def attached(*mails: EmailMessage, text: str = "See below.") -> EmailMessage:
    message = mail(text, sender="Ana Ruiz <ana@post.example>")
    for inner in mails:
        message.add_attachment(inner)
    return message


def test_mails_attached_to_a_mail_are_articles_of_their_own_senders() -> None:
    parsed = parse_mail(
        attached(mail(STORY), mail(STORY, sender="Fen Gazette <news@fengazette.example>")).as_bytes(), Hints()
    )
    found = [(draft.number, draft.metadata.outlet, draft.metadata.published) for draft in parsed.drafts]
    assert found == [(1, "Quillport Ledger", date(2026, 2, 18)), (2, "Fen Gazette", date(2026, 2, 18))]
    assert [draft.dropped for draft in parsed.drafts] == [("See below.",), ()]


def test_a_mail_that_brings_another_is_an_article_where_it_has_a_text_of_its_own() -> None:
    drafts = parse_mail(attached(mail(STORY), text=STORY).as_bytes(), Hints()).drafts
    assert [draft.metadata.outlet for draft in drafts] == ["", "Quillport Ledger"]


def test_an_attached_mail_without_text_is_named() -> None:
    parsed = parse_mail(attached(mail(STORY), mail(" ")).as_bytes(), Hints())
    assert len(parsed.drafts) == 1
    assert [(problem.source, problem.reason) for problem in parsed.problems] == [("#2", "is a mail without text")]


def test_mails_in_mails_end_somewhere() -> None:
    message = mail(STORY)
    for _ in range(15):
        message = attached(message)
    (problem,) = parse_mail(message.as_bytes(), Hints()).problems
    assert "deep, and not read" in problem.reason


def test_files_attached_are_named_in_a_warning() -> None:
    message = mail(STORY)
    message.add_attachment(b"x", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert draft.metadata.warnings == ("Not read: winmail.dat (attached; save what holds an article into the folder).",)


def test_exports_that_a_database_sends_are_read() -> None:
    message = mail("Your documents are attached.", sender="Nexis <delivery@nexis.lexisnexis.example>")
    message.add_attachment("\n\n".join(PARAGRAPHS), filename="documents.TXT")
    message.add_attachment(b"\x89PNG", maintype="application", subtype="octet-stream", filename="logo.bin")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="broken.pdf")
    parsed = parse_mail(message.as_bytes(), Hints())
    assert [draft.text for draft in parsed.drafts] == ["\n\n".join(PARAGRAPHS) + "\n"]
    assert parsed.drafts[0].dropped == ("Your documents are attached.",)
    assert "logo.bin" in parsed.drafts[0].metadata.warnings[0]
    assert parsed.problems[0].reason.startswith("broken.pdf: ")


def test_documents_of_an_export_keep_their_order_with_those_that_cannot_be_read() -> None:
    message = mail("Attached.", sender="Nexis <delivery@nexis.lexisnexis.example>")
    lines = "\n".join(json.dumps({"title": f"T{number}", "text": STORY if number != 2 else ""}) for number in (1, 2, 3))
    message.add_attachment(lines.encode(), maintype="application", subtype="json", filename="documents.jsonl")
    parsed = parse_mail(message.as_bytes(), Hints())
    assert [(draft.number, draft.metadata.title) for draft in parsed.drafts] == [(1, "T1"), (3, "T3")]
    assert [problem.source for problem in parsed.problems] == ["#2"]


def test_all_pieces_of_a_text_are_read() -> None:
    message = mail(STORY)
    message.add_attachment(b"x", maintype="image", subtype="png", filename="map.png", disposition="inline")
    message.add_attachment("The last word.", disposition="inline")
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert draft.text == f"{STORY}\n\nThe last word."


def test_markup_without_words_gives_way_to_the_plain_text() -> None:
    (draft,) = parse_mail(mail(STORY, "<img src='a.png'>").as_bytes(), Hints()).drafts
    assert draft.text == STORY


@pytest.mark.parametrize("declared", ["iso-8859-1", "us-ascii", "windows-1252"])
@pytest.mark.parametrize("real", ["utf-8", "cp1252"])
def test_what_was_declared_wrongly_is_read_right(declared: str, real: str) -> None:
    head = f"From: Zoë <a@b.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset={declared}\n\n"
    (draft,) = parse_mail((head + f"“Zoë” spoke. {STORY}").encode(real), Hints()).drafts
    assert draft.text.startswith("“Zoë” spoke.")
    assert "Zoë" in draft.metadata.warnings[0]


@settings(max_examples=30, deadline=None)
@given(st.integers(-40, 40), st.booleans(), st.sampled_from((b"\n", b"\r\n")), st.sampled_from(("Zoë", "Ana", "Совет")))
def test_a_mail_of_apple_is_read_without_the_programs_notes(slip: int, notes: bool, line_end: bytes, name: str) -> None:
    sent = mail(f"{name} spoke. {STORY}").as_bytes().replace(b"\n", line_end)
    below = (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">\n'
        b'<plist version="1.0"><dict><key>flags</key><integer>8590195713</integer></dict></plist>\n'
    )
    data = f"{len(sent) + slip:<11}\n".encode() + sent + below * notes
    assert kind_of(data, ".txt") is MAIL
    (draft,) = parse_mail(data, Hints()).drafts
    assert draft.text == f"{name} spoke. {STORY}"
    assert (draft.metadata.title, draft.metadata.outlet) == (TITLE, "Quillport Ledger")


def test_a_mail_with_pictures_in_it_is_no_saved_page() -> None:
    message = mail(markup=f"<p>{STORY}</p><img src='cid:a'>")
    message.add_related(b"x", "image", "png", cid="<a>")
    message["To"] = "me@newsroom.example"
    assert kind_of(message.as_bytes(), ".eml") is MAIL


def test_who_writes_to_a_list_is_no_outlet() -> None:
    message = mail(STORY, sender="Ana Ruiz <ana@post.example>")
    message["List-Id"], message["List-Post"] = "<talk.post.example>", "<mailto:talk@post.example>"
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert draft.metadata.outlet == ""


def test_a_database_is_no_outlet_and_its_cover_no_article() -> None:
    message = mail("Your documents are attached.", sender="Factiva <delivery@factiva.example>")
    assert parse_mail(message.as_bytes(), Hints()).drafts[0].metadata.outlet == ""
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="broken.pdf")
    with pytest.raises(UnreadableFile, match=r"broken\.pdf: "):
        parse_mail(message.as_bytes(), Hints())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_and_empty_lines_above_a_mail_are_passed_over(encoding: str) -> None:
    sent = mail(f"Zoë spoke. {STORY}").as_bytes().decode()
    for text in (sent, "\n\n" * (encoding == "utf-8-sig") + sent):
        (draft,) = parse_mail(text.encode(encoding), Hints()).drafts
        assert (draft.text, draft.metadata.title) == (f"Zoë spoke. {STORY}", TITLE)


PAGE = (
    f"<html><head><title>{TITLE}</title><meta property='og:site_name' content='Fen Gazette'></head>"
    f"<body><h1>{TITLE}</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</body></html>"
)


def with_page(page: str, name: str, text: str = "Attached.") -> bytes:
    message = mail(text, sender="Ana Ruiz <ana@post.example>")
    message.add_attachment(page.encode(), maintype="text", subtype="html", filename=name)
    return message.as_bytes()


def test_an_attached_page_is_an_article() -> None:
    (draft,) = parse_mail(with_page(PAGE, "story.html"), Hints()).drafts
    assert (draft.number, draft.metadata.outlet, draft.metadata.title) == (None, "Fen Gazette", TITLE)
    assert PARAGRAPHS[0] in draft.text
    assert draft.dropped[0] == "Attached."
    assert len(parse_mail(with_page(PAGE, "story.html", STORY), Hints()).drafts) == 2


@pytest.mark.parametrize(
    ("page", "name"), [("<p>Kind regards</p>", "signature.html"), (PAGE, "ATT00001.htm"), ("", "empty.html")]
)
def test_an_attached_page_without_an_article_is_named(page: str, name: str) -> None:
    (draft,) = parse_mail(with_page(page, name), Hints()).drafts
    assert draft.text == "Attached."
    assert name in draft.metadata.warnings[0] + draft.metadata.warnings[-1]


def test_a_newsletter_of_a_known_domain_is_read_whoever_sends_it() -> None:
    lines = ("Plus: lobsters | Wednesday, February 18, 2026", "By Ana Ruiz · Feb 18, 2026", STORY)
    markup = "".join(f"<p>{line}</p>" for line in (*lines, "Was this email forwarded to you? Sign up here"))
    (draft,) = parse_mail(mail(markup=markup, sender="Bo Lund <bo@axios.com>", mark="").as_bytes(), Hints()).drafts
    found = draft.metadata
    assert (found.outlet, found.published, found.authors) == ("Axios", date(2026, 2, 18), ("Ana Ruiz",))
    assert draft.text == f"{lines[0]}\n\n{STORY}"
    assert found.origins["authors"] == "byline in the mail"


def test_a_private_mail_from_a_known_domain_is_of_no_outlet_and_no_day() -> None:
    (draft,) = parse_mail(mail("Lunch at twelve?", sender="Bo Lund <bo@axios.com>").as_bytes(), Hints()).drafts
    assert (draft.metadata.outlet, draft.metadata.published, draft.metadata.authors) == ("", None, ())


def test_the_day_of_a_mailing_is_known_even_if_its_outlet_is_not() -> None:
    message = mail(STORY, sender="hello@ledger.example", mark="")
    message["List-Unsubscribe"] = "<https://ledger.example/u>"
    (draft,) = parse_mail(message.as_bytes(), Hints()).drafts
    assert (draft.metadata.outlet, draft.metadata.published) == ("", date(2026, 2, 18))
