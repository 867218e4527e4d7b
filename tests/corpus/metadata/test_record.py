from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.field_map import FieldMap
from corpus.metadata.names import ADDRESSES, NAMES
from corpus.metadata.record import read_metadata, read_url

NEWSAPI = {
    "source": {"id": None, "name": "Quillport Ledger"}, "author": "By Ana Ruiz", "title": " A  title ",
    "description": "d", "url": "https://a.example/x", "publishedAt": "2026-02-18T21:05:00Z", "content": "Text.",
}  # fmt: skip


def test_a_newsapi_record_is_read() -> None:
    metadata = read_metadata(NEWSAPI, "record")
    assert metadata.outlet == "Quillport Ledger"
    assert metadata.title == "A title"
    assert metadata.published == date(2026, 2, 18)
    assert metadata.authors == ("Ana Ruiz",)
    assert metadata.url == "https://a.example/x"
    assert metadata.origins["published"] == "record: publishedAt"
    assert metadata.warnings == ()


def nested(path: str, value: object) -> dict[str, object]:
    """Returns a record with a value under a path."""
    name, _, rest = path.partition(".")
    return {name.upper(): nested(rest, value) if rest else value}


@pytest.mark.parametrize("name", [*NAMES["outlet"], *ADDRESSES])
def test_every_name_of_the_outlet_is_known(name: str) -> None:
    for record in (nested(name, "Quillport Ledger"), {name: "Quillport Ledger"}):
        assert read_metadata(record, "record").outlet == "Quillport Ledger"


@pytest.mark.parametrize("name", NAMES["published"])
def test_every_name_of_the_date_is_known(name: str) -> None:
    assert read_metadata({name: "20260218T031500Z"}, "record").published == date(2026, 2, 18)


@pytest.mark.parametrize(
    "value",
    [
        1771410600, 1771410600.0, 1771410600000, "1771410600", "1771410600000", 20260218, "2026-02-18 10:30:00+00:00",
        {"$date": "2026-02-18T10:30:00Z"}, {"$date": {"$numberLong": "1771410600000"}}, ["2026-02-18"],
        {"date": "2026-02-18 10:30:00.000000", "timezone_type": 3},
    ],
)  # fmt: skip
def test_a_day_is_read_in_each_form_in_which_databases_write_it(value: object) -> None:
    assert read_metadata({"published": value}, "record").published == date(2026, 2, 18)


@pytest.mark.parametrize(
    "value", [1771457400, "1771457400000", "2026-02-18T23:30:00Z", {"$date": "2026-02-18T23:30:00.000Z"}]
)
def test_a_moment_has_the_day_where_the_user_is(value: object) -> None:
    for zone, day in ((None, 18), (ZoneInfo("Europe/Berlin"), 19), (ZoneInfo("America/New_York"), 18)):
        assert read_metadata({"published": value}, "record", zone=zone).published == date(2026, 2, day)


def test_a_day_without_an_hour_and_one_that_was_printed_stay() -> None:
    for value in (1771372800, "2026-02-18T00:00:00Z", "2026-02-18", "2026-02-18T23:30:00+01:00", "2026-02-18 23:30"):
        metadata = read_metadata({"published": value}, "record", zone=ZoneInfo("America/New_York"))
        assert metadata.published == date(2026, 2, 18)


@pytest.mark.parametrize("value", [0, 1, -1, True, 12345, 10**30, 1e400, float("nan"), {"$date": None}, {}, []])
def test_no_other_number_is_a_day(value: object) -> None:
    assert read_metadata({"published": value}, "record").published is None


@pytest.mark.parametrize(
    ("record", "outlet", "path"),
    [
        ({"source": {"uri": "quay.example", "title": "Quay Courier"}}, "Quay Courier", "source.title"),
        ({"source": {"uri": "quay.example", "title": None}}, "quay.example", "source.uri"),
        ({"source": "quay.example", "publisher": "Quay Courier"}, "Quay Courier", "publisher"),
        ({"source_id": "quay", "source_name": "Quay Courier"}, "Quay Courier", "source_name"),
        ({"clean_url": "www.quay.example", "rights": "Some rights reserved"}, "quay.example", "clean_url"),
        ({"source": "taz"}, "taz", "source"),
        ({"SN": "12", "domain": "quay.example"}, "quay.example", "domain"),
        ({"origin": "US", "feed": "top", "source": {"enabled": True}}, "", ""),
        ({"outlet": "1843"}, "1843", "outlet"),
        ({"feed": {"title": "Quay &amp; Fen <b>Courier</b>"}}, "Quay & Fen Courier", "feed.title"),
        ({"media": "cover.jpg", "domain": "quay.example"}, "quay.example", "domain"),
        ({"source": "Reader RSS", "site_name": None, "domain_name": "quay.example"}, "", ""),
    ],
)
def test_an_address_is_no_outlet_where_another_field_knows_the_name(
    record: dict[str, object], outlet: str, path: str
) -> None:
    metadata = read_metadata(record, "record")
    assert metadata.outlet == outlet
    assert metadata.origins.get("outlet", "record: ") == f"record: {path}"


def test_what_the_user_says_wins_over_every_known_name() -> None:
    fields = FieldMap((("outlet", ("medium.label", "paper")), ("title", ("kicker",))))
    record = {"medium": {"label": "quay.example"}, "source": "Fen Gazette", "paper": "X", "kicker": "A", "title": "B"}
    metadata = read_metadata(record, "record", fields=fields)
    assert (metadata.outlet, metadata.title) == ("quay.example", "A")
    assert metadata.origins == {"outlet": "record: medium.label", "title": "record: kicker"}
    assert read_metadata({**record, "medium": {"label": ""}}, "record", fields=fields).outlet == "X"


@pytest.mark.parametrize(
    "value",
    [
        {"original": "By Ana Ruiz and Bo Li"},
        [{"firstname": "Ana", "lastname": "Ruiz"}, {"first": "Bo", "last": "Li"}],
        [{"name": "Ana Ruiz"}, {"name": "<a href='/bo'>Bo Li</a>"}],
        {"name": "Ana Ruiz &amp; Bo Li"},
    ],
)
def test_authors_are_read_in_each_form_in_which_services_write_them(value: object) -> None:
    assert read_metadata({"byline": value}, "record").authors == ("Ana Ruiz", "Bo Li")


def test_empty_fields_are_skipped_for_the_next_name() -> None:
    record = {
        "publishedAt": "null",
        "date": "2026-02-18",
        "author": "",
        "byline": "Ana",
        "id": None,
        "_id": {"$oid": "5f"},
    }
    metadata = read_metadata(record, "record")
    assert metadata.published == date(2026, 2, 18)
    assert metadata.authors == ("Ana",)
    assert metadata.article_id == "5f"


def test_a_date_that_cannot_be_used_is_told() -> None:
    metadata = read_metadata({"date": "03/04/2026"}, "front matter")
    assert metadata.published is None
    (warning,) = metadata.warnings
    assert warning.startswith("front matter: date = '03/04/2026' can be read in two ways")


def test_a_source_that_is_an_address_is_the_address_not_the_outlet() -> None:
    metadata = read_metadata({"source": "https://a.example/x"}, "front matter")
    assert (metadata.outlet, metadata.url) == ("", "https://a.example/x")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.example/x", "/x", "https://", "http://a b", "https://[", 17, None]
)
def test_only_web_addresses_are_taken(url: object) -> None:
    assert read_url(url) is None


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda v: st.lists(v) | st.dictionaries(st.text(), v),
)


@given(st.dictionaries(st.sampled_from([name for names in NAMES.values() for name in names]), values))
def test_any_record_gives_metadata_with_an_origin_for_each_field(record: dict[str, object]) -> None:
    metadata = read_metadata(record, "record")
    for field in ("article_id", "outlet", "title", "published", "authors", "url"):
        assert bool(getattr(metadata, field)) == (field in metadata.origins)
    assert "\n" not in metadata.title + metadata.outlet + metadata.article_id
