from datetime import date
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.feeds.feed import parse_feed
from tests.corpus.pages import PARAGRAPHS, TITLE

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quillport Ledger</title>'
        f"<link>https://ledger.example</link>{''.join(items)}</channel></rss>"
    ).encode()


def item(inside: str, number: int = 1) -> str:
    return (
        f"<item><title>{TITLE}</title><link>https://ledger.example/{number}</link><dc:creator>Ana Ruiz</dc:creator>"
        f"<pubDate>Wed, 18 Feb 2026 23:30:00 -0500</pubDate>{inside}</item>"
    )


FULL = f"<content:encoded>{escape(BODY)}<![CDATA[<script>alert(1)</script>]]></content:encoded>"
TEASER = f"<description>{escape(PARAGRAPHS[0])}</description>"


@pytest.mark.parametrize(
    "line",
    [
        "The post Pool closes appeared first on Quay Ledger.",
        "Der Beitrag Freibad zu erschien zuerst auf Quay Ledger.",
        "L’article La piscine ferme est apparu en premier sur Quay Ledger.",
    ],
)
def test_what_stands_below_each_entry_of_wordpress_is_dropped(line: str) -> None:
    text = item(f"<content:encoded>{escape(f'{BODY}<p>{line}</p>')}</content:encoded>")
    (draft,) = parse_feed(rss(text), Hints()).drafts
    assert (draft.text, draft.dropped) == ("\n\n".join(PARAGRAPHS), (line,))


def test_entries_with_their_full_text_are_articles() -> None:
    (draft,) = parse_feed(rss(item(FULL)), Hints()).drafts
    assert draft.text == "\n\n".join(PARAGRAPHS)
    metadata = draft.metadata
    assert (metadata.outlet, metadata.title, metadata.authors) == ("Quillport Ledger", TITLE, ("Ana Ruiz",))
    assert (metadata.published, metadata.url) == (date(2026, 2, 18), "https://ledger.example/1")
    assert metadata.origins["published"] == "feed: published"


def test_teasers_are_told_and_not_taken_for_articles() -> None:
    parsed = parse_feed(rss(item(TEASER), item(FULL, 2)), Hints())
    assert [draft.number for draft in parsed.drafts] == [2]
    (problem,) = parsed.problems
    assert problem.source == "#1"
    assert problem.reason.startswith("metadata only")


def test_an_atom_feed_is_read() -> None:
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><entry><title>A &amp;amp; B</title>'
        '<author><name>Ana Ruiz</name></author><published>2026-02-18T23:30:00-05:00</published>'
        f'<content type="html">{escape(BODY)}</content></entry></feed>'
    ).encode()  # fmt: skip
    (draft,) = parse_feed(data, Hints()).drafts
    assert (draft.metadata.title, draft.metadata.authors, draft.metadata.published) == (
        "A & B",
        ("Ana Ruiz",),
        date(2026, 2, 18),
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rss(), "holds no entries"),
        (b"<html><body>page</body></html>", "holds no entries"),
        (b"garbage", "holds no entries"),
        (rss(item(TEASER), item(TEASER)), r"metadata only: the feed holds just a teaser"),
        (b"https://ledger.example/feed.xml", "holds no entries"),
        (rss(item(FULL))[:300], "metadata only"),
        (
            b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + rss(item("&b;")),
            "entities that hold other entities",
        ),
    ],
)
def test_a_feed_without_articles_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_feed(data, Hints())


@pytest.mark.parametrize(("declared", "written"), [("Shift_JIS", "cp932"), ("utf-8", "euc_jp"), ("EUC-JP", "euc_jp")])
def test_a_feed_is_read_in_its_encoding_whatever_it_declares(declared: str, written: str) -> None:
    odd = "①" if written == "cp932" else "一"
    body = f"<p>{odd}市議会は火曜日、港の壁を修理することを決めたと議長が述べた。工事は五月に始まるという。</p>"
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>港新聞</title><item>'
        f"<title>港の壁を修理</title><content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>"
    )
    (draft,) = parse_feed(text.encode(written), Hints()).drafts
    assert (draft.metadata.outlet, draft.metadata.title) == ("港新聞", "港の壁を修理")
    assert draft.text.startswith(f"{odd}市議会は火曜日")
    assert draft.guessed_encoding == ("" if declared != "utf-8" else written)


def atom(inside: str) -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><entry><title>A</title>'
        f'{inside}<content type="html">{escape(BODY)}</content></entry></feed>'
    ).encode()


def test_an_entry_that_was_only_updated_is_dated_with_a_warning() -> None:
    (draft,) = parse_feed(atom("<updated>2026-02-18T12:00:00Z</updated>"), Hints()).drafts
    assert (draft.metadata.published, draft.metadata.origins["published"]) == (date(2026, 2, 18), "feed: updated")
    assert any("only when this was last changed" in warning for warning in draft.metadata.warnings)


def test_an_update_does_not_stand_for_a_day_that_is_given() -> None:
    inside = "<published>2026-02-18T12:00:00Z</published><updated>2026-03-01T12:00:00Z</updated>"
    (draft,) = parse_feed(atom(inside), Hints()).drafts
    assert (draft.metadata.published, draft.metadata.warnings) == (date(2026, 2, 18), ())


def test_the_day_of_dublin_core_is_that_of_publication() -> None:
    dated = item(FULL + "<dc:date>2026-02-18T12:00:00Z</dc:date>").replace("pubDate", "other")
    (draft,) = parse_feed(rss(dated), Hints()).drafts
    assert (draft.metadata.published, draft.metadata.warnings) == (date(2026, 2, 18), ())


@pytest.mark.parametrize(
    "footer",
    [
        f'The post <a href="x">{TITLE}</a> appeared first on <a href="y">Quillport Ledger</a>.',
        "The post Another headline first appeared on Another name.",
        f"Der Beitrag {TITLE} erschien zuerst auf Quillport Ledger.",
    ],
)
def test_the_line_that_names_the_site_is_left_out(footer: str) -> None:
    full = f"<content:encoded>{escape(BODY)}{escape(f'<p>{footer}</p>')}</content:encoded>"
    (draft,) = parse_feed(rss(item(full)), Hints()).drafts
    assert draft.text == "\n\n".join(PARAGRAPHS)
    (dropped,) = draft.dropped
    assert dropped.endswith(("Quillport Ledger.", "Another name."))


def test_a_last_paragraph_that_speaks_of_the_outlet_stays() -> None:
    last = f"“{TITLE}” was what the Quillport Ledger had printed above the report of its own correspondent that week."
    full = f"<content:encoded>{escape(BODY)}{escape(f'<p>{last}</p>')}</content:encoded>"
    (draft,) = parse_feed(rss(item(full)), Hints()).drafts
    assert (draft.text.split("\n\n")[-1], draft.dropped) == (last, ())


def test_the_day_of_a_moment_in_utc_is_the_one_where_the_user_is() -> None:
    late = item(FULL).replace("23:30:00 -0500", "23:30:00 +0000")
    for zone, day in ((None, 18), (ZoneInfo("Asia/Tokyo"), 19)):
        (draft,) = parse_feed(rss(late), Hints(zone=zone)).drafts
        assert draft.metadata.published == date(2026, 2, day)
    (printed,) = parse_feed(rss(item(FULL)), Hints(zone=ZoneInfo("Asia/Tokyo"))).drafts
    assert printed.metadata.published == date(2026, 2, 18)


def test_entries_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.formats.feeds.feed._MOST_ENTRIES", 1)
    parsed = parse_feed(rss(item(FULL), item(FULL, 2)), Hints())
    assert [draft.number for draft in parsed.drafts] == [1]
    assert [problem.reason[:15] for problem in parsed.problems] == ["holds 2 entries"]
