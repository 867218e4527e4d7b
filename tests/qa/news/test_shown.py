from datetime import UTC, datetime, timedelta

import pytest
from rich.console import Console

from qa.news import News, SavedSearch
from qa.news.arrivals import Came
from qa.news.searches import Seen
from qa.news.shown import new_since, news_to_dict, render_news
from tests.conftest import COURIER, POST, quote

SEEN = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
NOW = SEEN + timedelta(days=3)
CAME = {"courier-1": Came(NOW, edited=True), "post-1": Came(NOW, edited=False)}
NEW = (
    quote(COURIER, "The operator, Lindqvist Lines, said that 14 jobs would go."),
    quote(POST, "Sixteen people lose their work, the union says."),
)


def search(name: str = "Ferry jobs") -> SavedSearch:
    return SavedSearch(id="1", name=name, question="How many jobs go?", created=SEEN, seen=Seen(at=SEEN))


def shown(*news: News, width: int = 90) -> str:
    console = Console(width=width, force_terminal=False, highlight=False)
    with console.capture() as capture:
        console.print(render_news(news, NOW))
    return capture.get()


@pytest.mark.parametrize(
    ("number", "now", "words"),
    [
        (2, NOW, "2 new since 28 November"),
        (1, SEEN + timedelta(minutes=5), "1 new since 09:30 today"),
        (1200, datetime(2027, 1, 1, tzinfo=UTC), "1,200 new since 28 November 2026"),
        (0, NOW, "Nothing new since 28 November"),
    ],
)
def test_how_much_is_new_since_when(number: int, now: datetime, words: str) -> None:
    assert new_since(number, SEEN, now) == words


def test_each_search_with_anything_new_is_printed_with_its_passages() -> None:
    printed = shown(News(search(), "1", 2, NEW, None, CAME), News(search("Nothing"), "1"), News(search("No"), "1"))
    assert printed.startswith("Ferry jobs: 2 new since 28 November\n")
    assert "1 of them from an article that was there before, with other words." in printed
    assert "[1] Quay Courier, 3 March 2026" in printed
    assert "[2] Harbour Post, 4 March 2026" in printed
    assert printed.endswith("\nNothing new in 2 saved searches.\n")


def test_a_search_that_cannot_be_asked_is_named_with_the_reason() -> None:
    printed = shown(News(search("Gone\x1b[31m"), "1", problem="No outlet is called “Bell”."))
    assert printed == "Not asked: Gone�[31m. No outlet is called “Bell”.\n"


def test_news_as_json() -> None:
    told = news_to_dict(News(search(), "1", 2, NEW, None, CAME))
    assert (told["id"], told["name"], told["new"], told["problem"]) == ("1", "Ferry jobs", 2, None)
    assert isinstance(told["passages"], list)
    first, second = told["passages"]
    assert (first["text"], first["article_id"], first["edited"]) == (NEW[0].text, "courier-1", True)
    assert (second["came"], second["edited"]) == (NOW.isoformat(), False)
