import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from corpus.metadata.merge import Metadata
from corpus.web.metadata import read_page
from tests.corpus.pages import TITLE, meta, page

URL = '<link rel="canonical" href="https://www.quaycourier.example/news/pool">'
WORDS = st.lists(st.sampled_from("Kelpwick votes wall harbour storm Torvald live Quay taxes stays".split()), min_size=1)
PHRASES = WORDS.map(" ".join)


def read(head: str = "", title: str = TITLE, printed: str = TITLE, body: str = "") -> Metadata:
    source = page(head, body, title=title).replace(f"<h1>{TITLE}</h1>", f"<h1>{printed}</h1>" if printed else "")
    return read_page(html.document_fromstring(source)).metadata


@given(
    PHRASES,
    PHRASES,
    st.sampled_from(
        ["{} – {}", "{} - {}", "{}: {}", "{} ({})", "{}: “{}”", "„{}“ – {}", "«{}»: {}", "{} — {}", "{} | {}"]
    ),
    st.sampled_from(["", '<link rel="canonical" href="https://www.northmere.example/a/b">']),
    st.sampled_from(["same", "first", "second", "none"]),
)
@settings(max_examples=60, deadline=None)
def test_half_of_a_headline_is_no_outlet_unless_something_else_bears_it_out(
    first: str, second: str, form: str, head: str, printed: str
) -> None:
    headline = form.format(first, second)
    shown = {"same": headline, "first": first, "second": second, "none": ""}[printed]
    found = read(head, headline, shown).outlet
    added = second if "|" in form and printed == "first" and not head else ""  # "Headline | The Daily"
    assert found in ("", "northmere.example", added)


@pytest.mark.parametrize(
    "genre", ["Analysis", "Video", "Live", "Opinion", "Kommentar", "Podcast", "Politics", "Opinión", "Interview"]
)
def test_what_kind_of_text_it_is_is_no_outlet(genre: str) -> None:
    for title in (f"{genre}: {TITLE}", f"{TITLE} | {genre}", f"{TITLE} – {genre}", f"{TITLE} ({genre})"):
        assert read(title=title).outlet == ""


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (f"{TITLE} - Quay Courier", '<a href="/"><img alt="Quay Courier"></a>'),
        (f"{TITLE} – Quay Courier", "<p>© 2026 Quay Courier. All rights reserved.</p>"),
        (f"{TITLE} (Quay Courier)", "<small>Copyright 2019-2026 Quay Courier Media</small>"),
        (f"{TITLE} — Quay Courier", '<a href="/" title="Quay Courier">Home</a>'),
        (f"{TITLE} | Quay Courier", ""),
    ],
)
def test_the_end_of_a_title_counts_where_the_page_names_its_site_elsewhere(title: str, body: str) -> None:
    assert read(title=title, body=body).outlet == "Quay Courier"


def test_the_end_of_a_title_counts_where_it_is_a_known_name() -> None:
    assert read(title=f"{TITLE} – The New York Times").outlet == "The New York Times"
    assert read(title=f"{TITLE} | nytimes.com - News - Town").outlet == "The New York Times"
    assert read(title="The New York Times - a history", printed="The New York Times - a history").outlet == ""


@pytest.mark.parametrize(
    "written",
    [
        "©2020-2026 The Quay Shimbun. All rights reserved.",
        "Copyright 2026 The Quay Shimbun, all rights reserved",
        "(c) 2026 The Quay Shimbun",
        "© The Quay Shimbun 2026. Alle Rechte vorbehalten.",
        "The Quay Shimbun © 2026",
    ],
)
def test_of_a_line_about_rights_only_the_owner_counts_and_only_where_no_name_is_given(written: str) -> None:
    head = '<link rel="canonical" href="https://www.quay.example/a/b">' + meta("copyright", written)
    assert read(head).outlet == "The Quay Shimbun"
    assert read(head + meta("og:site_name", "東の新聞：東ニュース")).outlet == "東の新聞"
    assert read(head + meta("og:site_name", "Quay Daily")).outlet == "Quay Daily"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("quaycourier", "Quay Courier"),
        ("quaycourier", "The Quay Courier"),
        ("quaycourier.example", "Quay Courier"),
        ("Quaycourier", "Quaycourier"),
    ],
)
def test_a_name_with_its_capitals_and_blanks_goes_before_the_label_of_the_address(label: str, name: str) -> None:
    head = URL + meta("og:site_name", label)
    assert read(head, title=f"{TITLE} | {name}").outlet == name


def test_a_link_to_whoever_wrote_a_text_first_does_not_give_its_outlet() -> None:
    head = '<link rel="canonical" href="https://www.nytimes.com/2026/02/18/pool.html">'
    own = meta("og:url", "https://www.quaycourier.example/news/pool") + meta("og:site_name", "Quay Courier")
    assert read(head + own).outlet == "Quay Courier"
    assert read(head).outlet == "The New York Times"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("The New York Times", "The New York Times"), ("NYTimes.com", "The New York Times"),
     ("nytimes", "The New York Times"),
     ("THE NEW YORK TIMES", "THE NEW YORK TIMES"), ("Briefing: what to read", "The New York Times")],
)  # fmt: skip
def test_a_known_site_has_a_known_name(written: str, shown: str) -> None:
    head = '<link rel="canonical" href="https://www.nytimes.com/2026/02/18/pool.html">'
    assert read(head + meta("og:site_name", written)).outlet == shown
