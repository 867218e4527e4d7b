import pytest
from lxml import html

from corpus.formats.draft import Draft, Hints
from corpus.formats.html import parse_html
from corpus.web.body.comments import texts_of_comments
from corpus.web.body.teasers import drop_teasers
from tests.corpus.pages import PARAGRAPHS, TITLE, page

VOICE = "Nobody ever asked us swimmers, and that is why this town will lose its young families one by one."
RULE = "Insults are removed."


def read(below: str) -> Draft:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 3)
    source = f"<html><body><article><h1>{TITLE}</h1>{text}{below}</article></body></html>"
    (draft,) = parse_html(source.encode(), Hints()).drafts
    return draft


@pytest.mark.parametrize(
    "mark",
    [
        'class="comment-list"', 'id="comments"', 'class="sf_comment_text"', 'id="kommentare-section"',
        'class="box comentarios clearfix"', 'class="commentsList"',
    ],
)  # fmt: skip
def test_what_readers_wrote_is_left_out_and_listed(mark: str) -> None:
    draft = read(f"<div {mark}><p>{RULE} And so on and on.</p><div><p>{VOICE}</p></div></div>")
    assert VOICE not in draft.text
    assert draft.text.endswith(PARAGRAPHS[-1])
    assert draft.text.count(PARAGRAPHS[0]) == 3


@pytest.mark.parametrize("mark", ["entry comments-open", "has-comments", "commentary", "post no-comments-yet"])
def test_a_mark_that_says_something_else_is_none(mark: str) -> None:
    assert VOICE in read(f'<div class="{mark}"><p>{VOICE}</p></div>').text


def test_a_page_whose_every_text_is_marked_keeps_it() -> None:
    source = "".join(f'<div class="comment-body"><p>{paragraph}</p></div>' for paragraph in PARAGRAPHS)
    kept = drop_teasers("\n".join(PARAGRAPHS), html.document_fromstring(source))
    assert kept.dropped == ()


def test_comments_in_comments_are_looked_at_once() -> None:
    nested = f"{'<div class=comment-list>' * 30}<p>{VOICE}</p>{'</div>' * 30}"
    from_page = list(texts_of_comments(html.document_fromstring(page(body=nested))))
    assert from_page.count(VOICE) == 1
