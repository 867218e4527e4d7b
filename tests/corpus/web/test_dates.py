from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from corpus.metadata.printed.style import DateStyle
from corpus.web.dates import find_day
from corpus.web.metadata import read_page
from tests.corpus.pages import TITLE, page

URL = "https://ledger.example/2026/02/18/pool"


def find(places: list[tuple[str, str]], url: str = "", below: str = "") -> tuple[date | None, str]:
    tree = html.document_fromstring(f"<html><body><h1>Pool closes</h1>{below}<p>Text.</p></body></html>")
    found = find_day(tree, places, url, tree.find(".//h1"), DateStyle("en"))
    return found.published, found.origins.get("published", "")


def test_the_most_trusted_place_is_believed() -> None:
    places = [("JSON-LD: datePublished", "nonsense"), ("meta: one", "2026-02-17"), ("meta: two", "2026-02-16")]
    assert find(places) == (date(2026, 2, 17), "meta: one")


@pytest.mark.parametrize(
    "written", ["2026-02-19T02:25:54Z", "2026-02-19T02:25:54+00:00", "Thu, 19 Feb 2026 02:25:54 GMT"]
)
def test_a_day_counted_in_utc_is_the_one_that_the_outlet_prints(written: str) -> None:
    day, origin = find([("meta: x", written)], URL)
    assert day == date(2026, 2, 18)
    assert origin == f"date in the url (meta: x gives {written})"
    day, origin = find([("meta: x", written)], "", "<time>18 February 2026</time>")
    assert (day, origin.partition(" (")[0]) == (date(2026, 2, 18), "printed near the headline")


def test_a_day_with_its_zone_is_believed() -> None:
    assert find([("meta: x", "2026-02-19T02:25:54+05:30")], URL)[0] == date(2026, 2, 19)


def test_an_address_of_another_day_does_not_change_one_in_utc() -> None:
    assert find([("meta: x", "2026-02-25T02:25:54Z")], URL) == (date(2026, 2, 25), "meta: x")


def test_a_date_of_no_stated_meaning_yields_to_what_is_printed() -> None:
    assert find([("meta: date", "2026-02-20")], "", "<li>18.02.2026, 12:01 Uhr</li>")[0] == date(2026, 2, 18)
    assert find([("meta: date", "2026-02-20")])[0] == date(2026, 2, 20)


def test_the_day_of_an_edit_is_not_the_day_of_publication() -> None:
    assert find([], URL, "<p>Updated: 20 February 2026</p>") == (date(2026, 2, 18), "date in the url")
    assert find([], "", "<p>Aktualisiert: 20.02.2026</p><p>18.02.2026</p>")[0] == date(2026, 2, 18)


def test_a_guess_says_that_it_is_one() -> None:
    day, origin = find([], "", "<div class='date-line'>" + "x" * 200 + "</div><p>Posted on February 18, 2026 by us</p>")
    assert day == date(2026, 2, 18)
    assert origin in ("printed near the headline", "guessed from dates on the page")


def test_nothing_is_guessed_out_of_numbers() -> None:
    assert find([], "", "<p>Lot 1995 01 01, call 2026 0218</p>") == (None, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "As two outlets reported on 3 March 2020.",
        "She was born on 3 March 1980",
        "Am 3. März 2020 wurde er gewählt.",
        "El 3 de marzo de 2020 nació en Lima",
    ],
)
def test_a_day_in_a_sentence_is_no_day_of_publication(sentence: str) -> None:
    assert find([], "", f"<p>{sentence}</p><figcaption>{sentence}</figcaption>") == (None, "")


@pytest.mark.parametrize(
    "line",
    [
        "Von Ana Ruiz, 18. Februar 2026 um 10:00 Uhr",
        "miércoles, 18 de febrero de 2026 a las 10:00",
        "Publié le 18 février 2026 à 10h00",
        "Estermouth, 18 February 2026 | 5 min read",
        "Wednesday 18 February 2026",
    ],
)
def test_a_date_line_may_hold_names_labels_and_times(line: str) -> None:
    assert find([], "", f"<div>{line}</div>")[0] == date(2026, 2, 18)
    assert find([], "", f"<div><b>Ana</b> {line}</div>")[0] == date(2026, 2, 18)


ZONES = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timedelta(minutes=15 * quarters))
INSTANTS = st.datetimes(datetime(2015, 1, 2), datetime(2030, 12, 30))
UTC_FORMS = ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S+00:00", "%Y-%m-%d %H:%M:%S", "%a, %d %b %Y %H:%M:%S GMT")


@given(INSTANTS, ZONES, st.sampled_from(UTC_FORMS), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_printed_day_that_agrees_with_the_instant_in_some_zone_stays(
    instant: datetime,
    zone: timedelta,
    form: str,
    in_address: bool,
) -> None:
    local = (instant + zone).date()
    below, url = f"<p>{local:%d %B %Y}</p>", f"https://ledger.example/{local:%Y/%m/%d}/pool"
    found = find([("meta: x", instant.strftime(form))], url if in_address else "", "" if in_address else below)
    assert found[0] == local


@given(INSTANTS, st.sampled_from([-3, -2, -1, 1, 2, 3]), st.sampled_from(UTC_FORMS))
@settings(max_examples=60, deadline=None)
def test_a_day_that_it_can_have_been_nowhere_moves_nothing(instant: datetime, days: int, form: str) -> None:
    other = instant.date() + timedelta(days=days)
    reached = {(instant + timedelta(hours=hours)).date() for hours in range(-12, 15)}
    found = find([("meta: x", instant.strftime(form))], "", f"<p>{other:%d %B %Y}</p>")[0]
    assert found == (other if other in reached else instant.date())


EMBEDS = (
    '<blockquote class="twitter-tweet">A post <a href="/1">{}</a></blockquote>',
    '<div class="video-player"><time datetime="{}">{}</time></div>',
    '<div class="related-links"><span class="date">{}</span></div>',
    '<div itemscope itemtype="https://schema.org/VideoObject"><b itemprop="datePublished" content="{}">{}</b></div>',
    "<aside><p>Published {}</p></aside>",
    "<p>Also on air: Quay Radio, <time>{}</time></p>",
    "<p>Updated <time>{}</time></p>",
    '<figure><figcaption>{}</figcaption></figure>',
    '<div class="comments"><time pubdate datetime="{}">{}</time></div>',
)  # fmt: skip


@given(st.sampled_from(EMBEDS), st.dates(date(2001, 1, 1), date(2030, 1, 1)), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_day_from_inside_an_embed_wins(embed: str, day: date, marked: bool) -> None:
    box = embed.replace("{}", f"{day:%d %B %Y}")
    data = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-02-18T11:30:00Z"} if marked else None
    found = read_page(html.document_fromstring(page(body=box, data=data))).metadata.published
    assert found == (date(2026, 2, 18) if marked else None)


def test_the_printed_day_of_publication_stands_where_the_marked_one_is_printed_as_an_update() -> None:
    below = "<p>First published 17 February 2026</p><p>Updated 19 February 2026</p>"
    assert find([("meta: x", "2026-02-19T10:00:00+01:00")], "", below)[0] == date(2026, 2, 17)
    assert find([("meta: x", "2026-02-18T10:00:00+01:00")], "", below)[0] == date(2026, 2, 18)


def test_the_first_form_of_a_page_years_ago_does_not_beat_the_day_printed_on_it() -> None:
    places = [("meta: dcsext.articlefirstpublished", "2019-02-05")]
    assert find(places, "", "<time>18 February 2026</time>")[0] == date(2026, 2, 18)
    assert find(places)[0] == date(2019, 2, 5)


def test_a_printed_zone_tells_the_day_of_a_time_in_utc() -> None:
    places = [("meta: x", "2026-02-19T02:41:00Z")]
    assert find(places, "", "<p>Updated 9:41 PM EST, February 18, 2026</p>")[0] == date(2026, 2, 18)
    assert find(places, "", "<p>Updated 9:41 PM</p>")[0] == date(2026, 2, 19)
    assert find([("meta: x", "2026-02-19T02:41:00+01:00")], "", "<p>9:41 PM EST</p>")[0] == date(2026, 2, 19)


def test_a_time_that_only_machines_can_read_is_the_day() -> None:
    below = '<p>Aangepast <time datetime="2026-02-20">20 feb</time>, <time datetime="2026-02-18">18 feb</time></p>'
    assert find([], "", f'<p><time datetime="2026-02-18T10:00:00Z">2 hours ago</time></p>{below}')[0] == date(
        2026, 2, 18
    )


def test_a_day_may_stand_above_the_headline_within_the_article_but_not_above_the_whole_page() -> None:
    def above(body: str) -> date | None:
        tree = html.document_fromstring(f"<html><body>{body}</body></html>")
        return find_day(tree, [], "", tree.find(".//h1"), DateStyle("ru")).published

    day = "<div><a>00:41, 18 февраля 2026</a></div>"
    assert above(f"<main><div>{day}<h1>Pool closes</h1></div><p>Text.</p></main>") == date(2026, 2, 18)
    assert above(f"{day}<h1>Pool closes</h1><p>Text.</p>") is None
