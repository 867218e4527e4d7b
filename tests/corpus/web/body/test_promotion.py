import pytest
from lxml import html

from corpus.web.body.promotion import texts_of_promotion

CALL = "Your support makes all the difference."
LIST = "".join(f'<li>The <a href="/{row}">story</a> number {row} that you should read today</li>' for row in range(9))


def texts(body: str) -> list[str]:
    return list(texts_of_promotion(html.document_fromstring(f"<html><body>{body}</body></html>")))


@pytest.mark.parametrize(
    "mark",
    [
        'class="donations"', 'class="also-read"', 'data-area="related_articles"', 'id="gateway-content"',
        'class="share-caption"', 'class="cookiemsg-info"', 'class="more_info"', 'class="article__report"',
    ],
)  # fmt: skip
def test_boxes_are_told_by_their_marks(mark: str) -> None:
    assert CALL in texts(f"<div {mark}><p>{CALL}</p></div>")


@pytest.mark.parametrize("mark", ["paywall", "subscriber-only", "article-body", "story"])
def test_what_subscribers_pay_for_is_no_promotion(mark: str) -> None:
    assert texts(f'<p class="{mark}">{CALL}</p>') == []


def test_a_long_list_of_other_articles_is_known_by_its_items() -> None:
    found = texts(f'<div class="inline-recirc"><h2>More must-reads</h2><ul>{LIST}</ul></div>')
    assert "The story number 8 that you should read today" in found
    assert "More must-reads" in found


def test_a_long_text_in_a_box_is_left_alone() -> None:
    assert texts(f'<div class="related"><p>{CALL * 20}</p><ul>{LIST}</ul></div>') == []
