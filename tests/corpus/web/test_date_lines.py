from datetime import date

import pytest
from lxml import html

from corpus.metadata.printed.style import DateStyle, style_of
from corpus.web.date_lines import DateLines, is_printed_alone, read_date_lines
from corpus.web.elements import following
from corpus.web.page import is_embedded

DAY = date(2026, 2, 18)


def lines(below: str, language: str = "en") -> DateLines:
    tree = html.document_fromstring(f"<html><body><h1>Pool closes</h1>{below}</body></html>")
    return read_date_lines(following(tree.find(".//h1"), is_embedded), style_of(language, ""))


@pytest.mark.parametrize(
    "below",
    [
        "<p>First published 18 February 2026 | Updated 19 February 2026</p>",
        "<p>Updated: 19 February 2026 – Published: 18 February 2026</p>",
        "<p>Veröffentlicht am 18. Februar 2026, aktualisiert am 19. Februar 2026</p>",
        "<p>Publié le 18 février 2026, mis à jour le 19 février 2026</p>",
        "<p>Publicado el 18 de febrero de 2026 · Actualizado el 19 de febrero de 2026</p>",
        "<p>Pubblicato il 18 febbraio 2026 - Aggiornato il 19 febbraio 2026</p>",
        "<p>Published <time>18 February 2026</time> Modified <time>19 February 2026</time></p>",
        "<span>Aktualisiert:</span> <span>19.02.2026</span><p>Publiziert: 18.02.2026</p>",
    ],
)
def test_the_day_of_publication_goes_before_that_of_an_update(below: str) -> None:
    found = lines(below)
    assert (found.published, found.labelled) == (DAY, True)
    assert found.updated == {date(2026, 2, 19)}


@pytest.mark.parametrize(
    "below",
    [
        "<div>February 19, 2026 -- Updated 0203 GMT (1003 HKT)</div>",
        "<p>Updated <time>19 February 2026</time></p>",
        '<p class="last-modified">19 February 2026</p>',
        "<p>Last update on 19 February 2026</p>",
        "<p>Bijgewerkt: 19 februari 2026</p>",
    ],
)
def test_the_day_of_an_update_alone_is_none_of_publication(below: str) -> None:
    found = lines(below)
    assert found.published is None
    assert found.updated == {date(2026, 2, 19)}


@pytest.mark.parametrize(
    "below",
    [
        "<p>Also on air: Quay Radio on <time>17.02.2026, 17:50</time>.</p>",
        "<p>Sendung: Quay am Abend, <span>17.02.2026</span></p>",
        "<p>Diffusé le 17 février 2026</p>",
        "<p>Heard on Morning News, <time>February 17, 2026</time></p>",
        '<blockquote class="twitter-tweet">M. Holt (@holt) <a href="/1">February 17, 2026</a></blockquote>',
        '<div class="fb-post"><span>17 February 2026</span></div>',
        '<aside><time>17 February 2026</time></aside>',
        '<div class="related-stories"><a href="/x">Storm</a> <time>17 February 2026</time></div>',
        '<div class="video-box"><time class="published">17 February 2026</time></div>',
        '<figure><figcaption>17 February 2026</figcaption></figure>',
        "<p>The council met on <time>17 February 2026</time> and closed the pool.</p>",
    ],
)  # fmt: skip
def test_other_days_are_none_of_publication(below: str) -> None:
    assert lines(below).published is None
    assert lines(f"{below}<div>18 February 2026</div>").published == DAY


def test_a_day_in_a_box_is_not_printed_alone() -> None:
    box, alone = '<div class="related"><b>18 February 2026</b></div>', "<p>18 February 2026</p>"
    assert not is_printed_alone(DAY, html.fragment_fromstring(f"<main>{box}</main>"), DateStyle())
    assert is_printed_alone(DAY, html.fragment_fromstring(f"<main>{box}{alone}</main>"), DateStyle())
