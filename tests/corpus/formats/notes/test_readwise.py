"""Readwise's exports in Markdown, written from its help pages and from exports in public repositories.

A heading, the cover, "## Metadata" with "- Author: [[Name]]", "- Full Title:", "- Category: #articles", "- Summary:"
and "- URL:", then "## Highlights" with passages that link back; with the full document, "## Full Document" stands
before them, or a link to a file of its own in its place. Tools move the headings a level down, and put front matter
above.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.notes.readwise import read_readwise
from corpus.formats.prose import parse_markdown
from tests.corpus.formats.collected import Collected, collections

MARKED = "- voted on Tuesday ([View Highlight](https://read.readwise.io/read/01abc))\n    - Note: why?\n"
TEXT = "The council voted on Tuesday to close the pool, and nobody was in favour."


def written(one: Collected, fields: list[str], body: str, level: str = "##", *, airy: bool = False) -> str:
    gap = "\n\n" if airy else "\n"
    listed = "\n".join(fields)
    return f"# {one.title}\n\n![rw-book-cover](https://a.example/c.png)\n\n{level} Metadata{gap}{listed}\n\n{body}"


@settings(max_examples=50, deadline=None)
@given(collections(1), st.data())
def test_the_full_document_is_the_article(collected: list[Collected], data: st.DataObject) -> None:
    (one,) = collected
    fields = [f"- Full Title: {one.title}", "- Category: #articles", "- Document Tags: #sea  #wall"]
    fields += [f"- Author: [[{one.author}]]"] if one.author else ["- Author: [[paper.example]]"]
    fields += [f"- URL: {one.url}"] if one.url else []
    level, airy = data.draw(st.sampled_from(("##", "###"))), data.draw(st.booleans())
    text = "\n\n".join(one.paragraphs)
    own = f"\n\n{level} Highlights\n- a list of the article's own\n" if data.draw(st.booleans()) else ""
    marked = f"\n{level} Highlights\n\n{MARKED}" if data.draw(st.booleans()) else ""
    order = [fields[0], *data.draw(st.permutations(fields[1:]))]
    order.append("- Summary: The text tells of a wall.\nIt goes on:\n\n- URL of nothing")
    body = f"{level} Full Document\n{text}{own}\n{marked}"
    (draft,) = parse_markdown(written(one, order, body, level, airy=airy).encode(), Hints()).drafts
    assert draft.text.split() == f"{text}{own}".split()
    assert (draft.metadata.title, draft.metadata.url or "") == (one.title, one.url)
    assert draft.metadata.authors == ((one.author,) if one.author else ())
    assert ("- voted on Tuesday" in "\n".join(draft.dropped)) == bool(marked)


@pytest.mark.parametrize(
    "body",
    [
        f"## Highlights\n{MARKED}",
        f"## New highlights added 2026-03-01\n{MARKED}",
        f"## Full Document\n[[Full Document Contents/A.md|See full document content →]]\n\n## Highlights\n{MARKED}",
        "",
    ],
)
def test_what_a_reader_marked_is_no_article(body: str) -> None:
    head = "- Author: [[Marek Halden]]\n- Full Title: A\n- Category: #articles\n- URL: https://a.example/b\n"
    with pytest.raises(UnreadableFile, match="what Readwise marked in an article"):
        parse_markdown(f"---\ntags: x\n---\n# A\n\n## Metadata\n{head}\n{body}".encode(), Hints())


def test_fields_above_are_kept_where_readwise_says_nothing() -> None:
    text = f"---\npublished: 2026-02-18\n---\n## Metadata\n- Full Title: A\n\n## Full Document\n{TEXT}"
    (draft,) = parse_markdown(text.encode(), Hints()).drafts
    assert (draft.metadata.title, str(draft.metadata.published), draft.text.strip()) == ("A", "2026-02-18", TEXT)


@pytest.mark.parametrize("text", ["## Metadata\n- size: 5\n\nText", "Metadata\n- Full Title: x", f"# A\n\n{TEXT}", ""])
def test_other_texts_are_not_taken_for_readwise(text: str) -> None:
    assert read_readwise(text) is None
