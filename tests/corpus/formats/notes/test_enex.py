"""Evernote's exports, written from what is public of them.

The definition of the form (evernote-export4.dtd, enml2.dtd) and exports in public repositories show: a note's fields
stand in two orders (title, content, created, note-attributes; since version 10 the content last), the content is XML
in a CDATA section with a declaration and a DOCTYPE of its own, ``created`` is when the note was made, clips have
``source`` ``web.clip`` or ``web.clip7`` and mostly no author, other notes have the user's own name or address there,
files are in ``resource`` as base64, and passages may be encrypted (``en-crypt``).
"""

import base64
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.kinds import ENEX, kind_of
from corpus.formats.notes.enex import parse_enex
from tests.corpus.formats.collected import Collected, collections

_RESOURCE = f'<resource><data encoding="base64">\n{base64.b64encode(b"picture" * 30).decode()}\n</data></resource>'


def note(content: str, *, title: str = "A note", attributes: str = "", more: str = "", last: bool = False) -> str:
    body = (
        '<content><![CDATA[<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!DOCTYPE en-note SYSTEM '
        f'"http://xml.evernote.com/pub/enml2.dtd"><en-note>{content}</en-note>]]></content>'
    )
    made = "<created>20260301T090000Z</created><updated>20260302T090000Z</updated>"
    rest = f"{made}<tag>harbour</tag><note-attributes>{attributes}</note-attributes>{more}"
    return f"<note><title>{escape(title)}</title>{rest + body if last else body + rest}</note>"


def enex(*notes: str, version: int = 4) -> bytes:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM '
        f'"http://xml.evernote.com/pub/evernote-export{version}.dtd">\n'
        '<en-export export-date="20260301T090000Z" application="Evernote" version="10.8.5">'
    )
    return f"{head}{''.join(notes)}</en-export>".encode()


def enml(paragraphs: tuple[str, ...], form: str) -> str:
    if form == "br":
        return "<div>" + "<br clear='none'/><br/>".join(map(escape, paragraphs)) + "</div>"
    pieces = [f"<{form}><span style='x'>{escape(text)}</span></{form}>" for text in paragraphs]
    return '<en-media type="image/png" hash="0"/><div><en-todo checked="true"/><br/></div>'.join(pieces)


@settings(max_examples=30, deadline=None)
@given(collections(40), st.data())
def test_every_note_of_an_export_is_an_article(collected: list[Collected], data: st.DataObject) -> None:
    notes = []
    for one in collected:
        form = data.draw(st.sampled_from(("p", "div", "br", "li")))
        fields = [f"<author>{one.author}</author>"] if one.author else []
        fields.append(f"<source>{data.draw(st.sampled_from(('web.clip', 'web.clip7')))}</source>")
        fields += [f"<source-url>{one.url}</source-url>"] if one.url else []
        attributes = "".join(data.draw(st.permutations(fields)))
        more, last = data.draw(st.sampled_from(("", _RESOURCE * 2))), data.draw(st.booleans())
        notes.append(note(enml(one.paragraphs, form), title=one.title, attributes=attributes, more=more, last=last))
    written = enex(*notes, version=data.draw(st.sampled_from((2, 3, 4))))
    assert kind_of(written, ".xml") is ENEX
    parsed = parse_enex(written, Hints())
    assert parsed.problems == ()
    assert [draft.number for draft in parsed.drafts] == (list(range(1, len(notes) + 1)) if len(notes) > 1 else [None])
    for one, draft in zip(collected, parsed.drafts, strict=True):
        assert draft.text == "\n\n".join(" ".join(text.split()) for text in one.paragraphs)
        assert (draft.metadata.title, draft.metadata.url or "") == (one.title, one.url)
        assert draft.metadata.authors == ((one.author,) if one.author else ())
        assert draft.metadata.published is None  # a note was made when somebody clipped it
        assert len(draft.metadata.warnings) == bool(one.author)


TEXT = "<div>The council of Kelpwick voted on Tuesday, said Runa Torvald.</div>"


def test_who_keeps_a_note_is_no_author_unless_the_text_names_him() -> None:
    source = "<source>desktop.win</source>"
    names = ("Serge Doe", "Runa Torvald", "me@a.example")
    notes = [note(TEXT, attributes=f"<author>{name}</author>{source}") for name in names]
    assert [draft.metadata.authors for draft in parse_enex(enex(*notes), Hints()).drafts] == [(), ("Runa Torvald",), ()]


def test_notes_without_text_are_told_and_others_are_read() -> None:
    parsed = parse_enex(enex(note("<div><br/></div>", more=_RESOURCE), note(TEXT), note("")), Hints())
    assert [(problem.source, problem.reason) for problem in parsed.problems] == [
        ("#1", "is a note without text, only with 1 attached file(s)"),
        ("#3", "is a note without text"),
    ]
    assert [draft.number for draft in parsed.drafts] == [2]


def test_an_encrypted_passage_is_no_text_and_is_told() -> None:
    (draft,) = parse_enex(enex(note(f"{TEXT}<en-crypt cipher='AES'>RU5DMI8mnQ==</en-crypt>&nbsp;")), Hints()).drafts
    assert "RU5D" not in draft.text
    assert draft.dropped == ("1 encrypted passage(s) of the note",)


def test_a_note_that_nobody_named_has_no_headline() -> None:
    (draft,) = parse_enex(enex(note(TEXT, title="Untitled Note")), Hints()).drafts
    assert draft.metadata.title == ""


def test_an_export_that_was_cut_off_gives_what_is_whole() -> None:
    parsed = parse_enex(enex(note(TEXT), note(TEXT), note(TEXT))[:-400], Hints())
    assert len(parsed.drafts) == 2
    assert parsed.problems[0].reason == "the file is damaged from here on; what follows is not read"


@pytest.mark.parametrize("data", [enex(), enex(note(TEXT))[:300], b"<en-export>"])
def test_an_export_without_notes_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="Evernote"):
        parse_enex(data, Hints())


def test_large_attachments_do_not_hinder() -> None:
    large = f"<resource><data encoding='base64'>{'QUJD' * 4_000_000}</data></resource>"
    (draft,) = parse_enex(enex(note(TEXT, more=large)), Hints()).drafts
    assert draft.text.startswith("The council")


def test_menus_of_a_page_that_was_clipped_whole_are_no_text_and_are_told() -> None:
    def links(count: int) -> str:
        return "".join(f"<li><a href='/{row}'>Other story {row}</a></li>" for row in range(count))

    clip = f"<ul>{links(4)}</ul>{TEXT}<ul>{links(3)}</ul><p>See <a href='x'>Other story 9</a> as well.</p>"
    (draft,) = parse_enex(enex(note(clip)), Hints()).drafts
    assert draft.dropped == ("Other story 0", "Other story 1", "Other story 2", "Other story 3")
    assert draft.text.startswith("The council")
    assert draft.text.endswith("Other story 0\n\nOther story 1\n\nOther story 2\n\nSee Other story 9 as well.")
