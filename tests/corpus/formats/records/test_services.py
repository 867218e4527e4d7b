"""Each service's answers, as tests.corpus.formats.records.services makes them: every article is found, none is lost."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.draft import Hints, Parsed
from corpus.formats.records.csv_table import parse_csv
from corpus.formats.records.json_records import parse_json, parse_jsonl
from tests.corpus.formats.records.services import SERVICES, Service, answer_of
from tests.corpus.formats.records.stories import Story, stories


def assert_holds(parsed: Parsed, told: list[Story], service: Service) -> None:
    assert parsed.problems == ()
    assert len(parsed.drafts) == len(told)
    for draft, story in zip(parsed.drafts, told, strict=True):
        metadata = draft.metadata
        assert draft.text.split() == story.text.split()
        assert metadata.title == story.title
        assert metadata.outlet == service.outlet(story)
        assert metadata.published == story.day
        assert set(metadata.authors) == set(story.authors if service.with_authors else ())


@pytest.mark.parametrize("name", SERVICES)
@settings(max_examples=12, deadline=None)
@given(stories(), st.integers(0, 10**6))
def test_every_article_of_an_answer_is_found(name: str, told: list[Story], seed: int) -> None:
    assert_holds(parse_json(answer_of(SERVICES[name], told, seed).encode(), Hints()), told, SERVICES[name])


@pytest.mark.parametrize("name", SERVICES)
@settings(max_examples=4, deadline=None)
@given(stories(), st.integers(0, 10**6))
def test_answers_kept_one_a_line_are_read_alike(name: str, told: list[Story], seed: int) -> None:
    answers = [json.loads(answer_of(SERVICES[name], told[start : start + 3], seed)) for start in range(0, len(told), 3)]
    lines = [line for answer in answers for line in (answer if isinstance(answer, list) else [answer])]
    parsed = parse_jsonl("\n".join(map(json.dumps, lines)).encode(), Hints())
    assert_holds(parsed, told, SERVICES[name])
    assert len({draft.number for draft in parsed.drafts}) == len(told)


@pytest.mark.parametrize("version", ["1", "1.1"])
@settings(max_examples=10, deadline=None)
@given(stories())
def test_every_item_of_a_json_feed_is_found(version: str, told: list[Story]) -> None:
    items = [
        {
            "id": story.url, "url": story.url, "title": story.title,
            **({"content_html": story.html} if story.number % 2 else {"content_text": story.text}),
            "date_published": f"{story.day}T23:30:00+01:00" if story.day else None,
            **({"authors": [{"name": name} for name in story.authors]} if version == "1.1" else
               {"author": {"name": " and ".join(story.authors)}}),
        }
        for story in told
    ]  # fmt: skip
    feed = {"version": f"https://jsonfeed.org/version/{version}", "title": "Fell Observer", "items": items}
    parsed = parse_json(json.dumps(feed).encode(), Hints())
    assert_holds(parsed, told, Service(lambda _: {}, outlet=lambda _: "Fell Observer"))


TABLES = {
    "LexisNexisTools": ("ID", "Newspaper", "Date", "Author", "Headline", "Article"),
    "flattened records": ("id", "source.name", "webPublicationDate", "fields.byline", "webTitle", "fields.bodyText"),
    "codes of Factiva": ("AN", "SN", "PD", "BY", "HD", "TD"),
}


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@settings(max_examples=5, deadline=None)
@given(stories())
def test_every_row_of_a_table_is_found(form: str, delimiter: str, told: list[Story]) -> None:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter)
    writer.writerow(TABLES[form])
    for story in told:
        day, authors = story.day or "NA", "; ".join(story.authors)
        writer.writerow([story.number, story.outlet, day, authors, story.title, story.text])
    assert_holds(parse_csv(table.getvalue().encode(), Hints()), told, Service(lambda _: {}))
