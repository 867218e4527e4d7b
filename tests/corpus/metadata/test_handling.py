from corpus.article import Edition
from corpus.metadata.record import read_metadata


def test_front_matter_and_records_give_slug_keywords_and_embargo() -> None:
    found = read_metadata(
        {"Slug": "Ebb-wall", "tags": ["harbour", {"name": "storm"}, 7], "embargoed": "2026-02-18T06:00Z"}, "x"
    )
    assert (found.slug, found.keywords, str(found.embargo)) == (
        "Ebb-wall",
        ("harbour", "storm"),
        "2026-02-18 06:00:00+00:00",
    )
    assert found.origins["embargo"] == "x: embargoed"


def test_keywords_may_be_written_on_one_line() -> None:
    assert read_metadata({"keywords": "harbour, storm; wall,harbour"}, "x").keywords == ("harbour", "storm", "wall")


def test_an_embargo_that_cannot_be_read_is_told() -> None:
    assert "embargo = 'next week' is no time" in read_metadata({"embargo": "next week"}, "x").warnings[0]


def test_nobody_writes_an_edition_by_hand() -> None:
    assert read_metadata({"edition": "Print"}, "x").edition is None
    assert read_metadata({"edition": Edition("i")}, "x").edition == Edition("i")
