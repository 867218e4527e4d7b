"""Exports of WordPress (WXR 1.0 to 1.2).

As `wp-admin/includes/export.php` writes them: each post, page, attachment and menu item is an item, in any status;
`pubDate` is in UTC, `wp:post_date` by the site's clock; the creator is a login, whose name stands once at the head;
texts of the editor before 2018 have empty lines for paragraphs. The tests of importers elsewhere show the same.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.feeds.feed import parse_feed
from corpus.formats.feeds.wordpress import is_shortcode
from tests.corpus.formats.collected import Collected, collections

NAMES = {"lena": "Mira Ulv", "jrg-7": "Jörg Ådal", "nobody": ""}
UNPUBLISHED = ("draft", "pending", "future", "private", "trash")
KINDS = ("attachment", "page", "nav_menu_item", "wp_navigation")


@dataclass(frozen=True)
class Item:
    post: Collected
    at: datetime
    login: str
    status: str
    kind: str
    blocks: bool
    secret: bool


def items() -> st.SearchStrategy[list[Item]]:
    one = st.tuples(
        st.datetimes(datetime(1999, 1, 1), datetime(2030, 1, 1)),
        st.sampled_from((*NAMES, "gone")),
        st.sampled_from(("publish", "publish", *UNPUBLISHED)),
        st.sampled_from(("post", "post", "story", *KINDS)),
        st.booleans(),
        st.sampled_from((False, False, False, True)),
    )
    return collections(6).flatmap(
        lambda posts: st.lists(one, min_size=len(posts), max_size=len(posts)).map(
            lambda rest: [Item(post, *more) for post, more in zip(posts, rest, strict=True)]
        )
    )


def cdata(value: str) -> str:
    return f"<![CDATA[{value}]]>"


def body(item: Item) -> str:
    escaped = [part.replace("&", "&amp;").replace("<", "&lt;") for part in item.post.paragraphs]
    if item.blocks:
        return "\n\n".join(f"<!-- wp:paragraph -->\n<p>{part}</p>\n<!-- /wp:paragraph -->" for part in escaped)
    return "\n\n".join([*escaped, '[gallery ids="1,2" link="none"]'])


def export(posted: list[Item]) -> bytes:
    authors = "".join(
        f"<wp:author><wp:author_id>1</wp:author_id><wp:author_login>{cdata(login)}</wp:author_login>"
        f"<wp:author_display_name>{cdata(name)}</wp:author_display_name></wp:author>"
        for login, name in NAMES.items()
    )
    entries = "".join(
        f"<item><title>{cdata(item.post.title)}</title><link>https://ledger.example/{number}</link>"
        f"<pubDate>{item.at + timedelta(hours=5):%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
        f"<dc:creator>{cdata(item.login)}</dc:creator><content:encoded>{cdata(body(item))}</content:encoded>"
        f"<excerpt:encoded>{cdata('')}</excerpt:encoded><wp:post_date>{cdata(f'{item.at:%Y-%m-%d %H:%M:%S}')}"
        f"</wp:post_date><wp:status>{cdata(item.status)}</wp:status><wp:post_type>{cdata(item.kind)}</wp:post_type>"
        f"<wp:post_password>{cdata('x' if item.secret else '')}</wp:post_password>"
        f"<wp:comment><wp:comment_author>{cdata('Anon')}</wp:comment_author><wp:comment_content>{cdata('First!')}"
        "</wp:comment_content></wp:comment></item>"
        for number, item in enumerate(posted)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><title>Quillport Ledger</title>'
        f"<wp:wxr_version>1.2</wp:wxr_version>{authors}{entries}</channel></rss>"
    ).encode()


@settings(max_examples=15, deadline=None)
@given(items())
def test_what_was_published_is_read_and_all_else_is_named(posted: list[Item]) -> None:
    articles = {row for row, item in enumerate(posted, 1) if item.kind not in KINDS}
    published = {row for row in articles if posted[row - 1].status == "publish" and not posted[row - 1].secret}
    try:
        parsed = parse_feed(export(posted), Hints())
    except UnreadableFile:
        assert not published
        return
    assert {draft.number for draft in parsed.drafts} == published
    for draft in parsed.drafts:
        item = posted[(draft.number or 0) - 1]
        assert draft.text.split("\n\n") == [" ".join(part.split()) for part in item.post.paragraphs]
        assert draft.dropped == (() if item.blocks else ('[gallery ids="1,2" link="none"]',))
        assert (draft.metadata.outlet, draft.metadata.published) == ("Quillport Ledger", item.at.date())
        assert draft.metadata.authors == (NAMES.get(item.login) or item.login,)
    named = {problem.source: problem.reason for problem in parsed.problems}
    assert {source for source in named if source} == {f"#{row}" for row in articles - published}
    assert sum(item.kind in KINDS for item in posted) == sum(map(int, named.get("", "").replace(",", "").split()[9::2]))


@pytest.mark.parametrize(
    ("paragraph", "holds"),
    [
        ('[gallery ids="1"]', True),
        ("[embed]https://a.example/v[/embed]", True),
        ("[audio src='a.mp3'][/audio]", True),
        ("[Opinion] It rains", False),
        ("It rained [sic] again", False),
        ("[embed]words of a text[/embed]", False),
        ("[" * 100_000, False),
        ("[a " * 50_000, False),
    ],
)
def test_a_paragraph_of_shortcodes_holds_no_words(paragraph: str, holds: bool) -> None:
    assert is_shortcode(paragraph) is holds


def test_a_caption_is_text_and_its_marks_are_not() -> None:
    post = Collected("A", ('One. [caption id="a_1" align="left"]The wall[/caption] Two.',))
    item = Item(post, datetime(2026, 2, 18), "lena", "publish", "post", blocks=False, secret=False)
    (draft,) = parse_feed(export([item]), Hints()).drafts
    assert draft.text == "One. The wall Two."
    assert draft.metadata.published == date(2026, 2, 18)
