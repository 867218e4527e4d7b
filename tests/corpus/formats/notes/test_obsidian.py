"""Clips of Obsidian's Web Clipper, after its documentation and clips in public repositories.

Front matter with ``title``, ``source`` (the address), ``author`` (a list of links, or nothing), ``published`` (a day,
or nothing), ``created`` (the day of clipping), ``description`` and ``tags``; texts in quotation marks; users move and
add fields. Below it Markdown: pictures, links with footnotes' numbers, passages that were marked.
"""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.draft import Hints
from corpus.formats.prose import parse_markdown
from tests.corpus.formats.collected import Collected, collections, names


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@settings(max_examples=60, deadline=None)
@given(
    collections(1),
    st.lists(names(), max_size=4, unique=True),
    st.sampled_from(('"[[{}]]"', "[[{}]]", '"[[People/{}]]"', '"[[x|{}]]"', "{}")),
    st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2026, 3, 1))),
    st.data(),
)
def test_a_clip_is_an_article(
    collected: list[Collected], authors: list[str], link: str, day: date | None, data: st.DataObject
) -> None:
    (one,) = collected
    fields = [
        f"title: {quoted(one.title)}",
        f"source: {quoted(one.url)}" if one.url else "source:",
        "author:" + "".join(f"\n  - {link.format(name)}" for name in authors),
        f"published: {day}" if day else "published:",
        "created: 2026-03-01",
        f"description: {quoted(one.paragraphs[0][:60])}",
        'tags:\n  - "clippings"',
        "rating: ",
        'categories:\n  - "[[Clippings]]"',
    ]
    above = "\n".join(data.draw(st.permutations(fields)))
    text = f"---\n{above}\n---\n![](https://a.example/p.png)\n\n" + "\n\n".join(one.paragraphs)
    (draft,) = parse_markdown(text.replace("\n", data.draw(st.sampled_from(("\n", "\r\n")))).encode(), Hints()).drafts
    found = draft.metadata
    assert (found.title, found.url or "", found.authors) == (one.title, one.url, tuple(authors))
    assert (found.published, found.outlet) == (day, "")
    assert draft.text.endswith("\n\n".join(one.paragraphs))
