from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.record import NAMES, read_body, read_metadata, read_url

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


@pytest.mark.parametrize("name", NAMES["outlet"])
def test_every_name_of_the_outlet_is_known(name: str) -> None:
    assert read_metadata({name.upper(): "Quillport Ledger"}, "record").outlet == "Quillport Ledger"


@pytest.mark.parametrize("name", NAMES["published"])
def test_every_name_of_the_date_is_known(name: str) -> None:
    assert read_metadata({name: "20260218T031500Z"}, "record").published == date(2026, 2, 18)


@pytest.mark.parametrize("name", NAMES["text"])
def test_every_name_of_the_text_is_known(name: str) -> None:
    assert read_body({"title": "x", name: "Text."}) == "Text."


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


@pytest.mark.parametrize("text", ["", "  ", None, 17, ["a"]])
def test_a_record_without_text_says_so(text: object) -> None:
    with pytest.raises(ValueError, match="metadata only: no text"):
        read_body({"content": text})


def test_a_record_with_a_cut_text_says_so() -> None:
    with pytest.raises(ValueError, match="just its beginning"):
        read_body({"content": "The talks ended with… [+1234 chars]"})


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
