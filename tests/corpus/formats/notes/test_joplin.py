"""Joplin's raw exports: title, empty line, text, empty line, fields; seen so in public repositories of notes."""

import pytest
from hypothesis import given, settings

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.notes.joplin import read_joplin
from corpus.formats.prose import parse_markdown
from tests.corpus.formats.collected import Collected, collections


def raw(title: str, text: str, author: str = "", url: str = "", kind: int = 1) -> str:
    fields = (
        f"id: {'5ca9' * 8}\nparent_id: {'fa52' * 8}\ncreated_time: 2026-03-01T18:52:38.528Z\nlatitude: 0.00000000\n"
        f"author: {author}\nsource_url: {url}\nis_todo: 0\napplication_data: \nmarkup_language: 1\ntype_: {kind}"
    )
    return "\n\n".join(part for part in (title, text, fields) if part)


@settings(max_examples=40, deadline=None)
@given(collections(1))
def test_a_note_is_an_article(collected: list[Collected]) -> None:
    (one,) = collected
    text = "\n\n".join((*one.paragraphs, "id: not of the note"))
    (draft,) = parse_markdown(raw(one.title, text, one.author, one.url).encode(), Hints()).drafts
    assert draft.text.strip() == text
    assert (draft.metadata.title, draft.metadata.url or "") == (one.title, one.url)
    assert draft.metadata.authors == ((one.author,) if one.author else ())
    assert draft.metadata.published is None  # a note was made when somebody clipped it
    assert "is_todo: 0" in draft.dropped


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (raw("Clippings", "", kind=2), "is a notebook, tag or attached file of Joplin, not a note"),
        (raw("", "", kind=6), "is a notebook, tag or attached file of Joplin, not a note"),
        (raw("A note", ""), "is a note without text"),
    ],
)
def test_what_is_no_note_is_told(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_markdown(text.encode(), Hints())


@pytest.mark.parametrize("text", ["A text.\n\nid: 5\ntype_: 1", f"id: {'a' * 32}\nA text.", ""])
def test_other_texts_are_not_taken_for_joplin(text: str) -> None:
    assert read_joplin(text) is None
