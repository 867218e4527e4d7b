"""The feed: any reader takes it, whatever an article holds, and knows again what it has shown."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.news import News, SavedSearch
from qa.news.arrivals import Came
from qa.news.feed import news_to_feed
from qa.news.searches import Seen
from qa.passage import Passage
from tests.conftest import COURIER, POST, quote
from tests.markup_cases import HOSTILE, passage_of

SEEN = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
CAME = {
    "courier-1": Came(SEEN + timedelta(days=1), edited=False),
    "post-1": Came(SEEN + timedelta(days=2), edited=True),
}
NEW = (
    quote(COURIER, "The operator, Lindqvist Lines, said that 14 jobs would go."),
    quote(POST, "Sixteen people lose their work, the union says."),
)
ATOM = "{http://www.w3.org/2005/Atom}"


def news(*passages: Passage, name: str = "Ferry jobs", came: dict[str, Came] | None = None) -> News:
    search = SavedSearch(id="1", name=name, question="How many jobs go?", created=SEEN, seen=Seen(at=SEEN))
    return News(search, "1", len(passages), passages, None, came or CAME)


def test_a_reader_of_feeds_takes_it_the_latest_first() -> None:
    feed = feedparser.parse(news_to_feed([news(*NEW)], "/index"))
    assert (feed.bozo, feed.version) == (False, "atom10")
    first, second = feed.entries
    assert first.title == "Ferry jobs: Last crossing of the Marlin"
    assert (second.author, second.link) == ("Quay Courier", "https://courier.example/marlin")
    assert NEW[0].text in second.content[0].value
    assert "Ines Rask and Tom Oduya" in second.content[0].value
    assert not first.get("links")
    assert feed.feed.updated == first.updated == "2026-11-30T09:30:00Z"


def test_what_atom_demands_is_there() -> None:
    for given_news in ([], [news()], [news(*NEW)]):
        root = ElementTree.fromstring(news_to_feed(given_news, "/index"))
        for element in (root, *root.iter(f"{ATOM}entry")):
            assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert all(entry.findtext(f"{ATOM}author/{ATOM}name") for entry in root.iter(f"{ATOM}entry"))


def test_a_passage_keeps_its_id_and_no_two_share_one() -> None:
    def ids(text: str) -> list[str]:
        return [one.text or "" for one in ElementTree.fromstring(text).findall(f"{ATOM}entry/{ATOM}id")]

    once, again = ids(news_to_feed([news(*NEW)], "/index")), ids(news_to_feed([news(NEW[1])], "/index"))
    assert len(set(once)) == 2
    assert again[0] in once
    assert set(ids(news_to_feed([news(*NEW)], "/other"))).isdisjoint(once)
    assert all(one.startswith("urn:sha256:") for one in once)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    _round_trip(text)


@given(text=st.text(min_size=1))
def test_any_text_makes_a_feed_that_can_be_read(text: str) -> None:
    _round_trip(text)


def _round_trip(text: str) -> None:
    passage = passage_of(text, title=text, outlet=text, authors=(text,), url=text, article_id=text)
    passage = replace(passage, text=text)
    written = news_to_feed([news(passage, name=text, came={text: Came(SEEN, edited=False)})], text)
    entry = ElementTree.fromstring(written.encode()).find(f"{ATOM}entry")
    assert entry is not None
    assert [child.tag.removeprefix(ATOM) for child in entry if child.tag != f"{ATOM}link"] == [
        "id", "title", "updated", "author", "content"
    ]  # fmt: skip
    content = entry.findtext(f"{ATOM}content") or ""
    may_stand = [one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff") for one in text]
    readable = "".join(one if may else "\ufffd" for one, may in zip(text, may_stand, strict=True))
    assert content.replace("\n", "").startswith(f"“{readable}”".replace("\r", "").replace("\n", ""))
    assert all((link.get("href") or "").startswith(("http://", "https://")) for link in entry.findall(f"{ATOM}link"))
