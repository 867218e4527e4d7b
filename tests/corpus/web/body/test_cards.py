import pytest
from lxml import html

from corpus.formats.draft import Hints
from corpus.formats.html import parse_html
from corpus.web.body.cards import texts_of_cards
from tests.corpus.pages import PARAGRAPHS, page

STORIES = (
    (
        "Brekby Trams rest after dark",
        "No more than six riders a night had used the boats since the bridge was opened.",
    ),
    ("A school in Fenby closes its doors", "Parents and teachers fought for two years to keep the small school open."),
    (
        "Storm takes the roof of the old mill",
        "Nobody was hurt when the roof came down in the early morning, they said.",
    ),
)
CARDS = [
    "<div class='card'><h2><a href='/x{n}'>{title}</a></h2><p>{dek}</p></div>",
    "<li><a href='/x{n}'><h3>{title}</h3></a><p>{dek}</p></li>",
    "<article class='teaser'><h4><a href='https://quay.example/x{n}'>{title}</a></h4><span>{dek}</span></article>",
    "<div><h3 class='t'><a href='/x{n}'>{title}</a></h3><div class='dek'><p>{dek}</p></div><time>3 March</time></div>",
]


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("head", ["<h3>More from Quay Courier</h3>", "<h2>Mehr zum Thema</h2>", ""])
def test_boxes_of_other_stories_below_a_text_are_no_part_of_it(card: str, head: str) -> None:
    cards = "".join(card.format(n=n, title=title, dek=dek) for n, (title, dek) in enumerate(STORIES))
    source = page().replace(
        "</article></main>", f"<div class='cta'><section class='c'>{head}{cards}</section></div></article></main>"
    )
    (draft,) = parse_html(source.encode(), Hints()).drafts
    assert not [text for story in STORIES for text in story if text in draft.text]
    assert all(paragraph in draft.text for paragraph in PARAGRAPHS)
    assert "More from" not in draft.text


@pytest.mark.parametrize(
    "body",
    [
        "<div><h2><a href='#a'>One</a></h2><p>Text</p></div><div><h2><a href='#b'>Two</a></h2><p>Text</p></div>",
        "<h2><a href='/a'>One</a></h2><p>Text</p><h2><a href='/b'>Two</a></h2><p>Text</p>",
        f"<div><h2><a href='/a'>One</a></h2><p>{'x ' * 300}</p></div><div><h2><a href='/b'>Two</a></h2><p>y</p></div>",
        "<div><h2><a href='/a'>One</a></h2><p>Text</p></div>",
    ],
)
def test_sections_of_a_text_are_no_cards(body: str) -> None:
    tree = html.document_fromstring(f"<main>{body}</main>")
    assert list(texts_of_cards(tree, lambda _: False)) == []


def test_a_page_that_is_a_list_of_stories_keeps_them() -> None:
    cards = "".join(CARDS[0].format(n=n, title=title, dek=dek) for n, (title, dek) in enumerate(STORIES * 3))
    source = f"<html><body><main><h1>The week in brief</h1><div>{cards}</div></main></body></html>"
    (draft,) = parse_html(source.encode(), Hints()).drafts
    assert STORIES[0][1] in draft.text


def test_things_with_links_between_the_paragraphs_of_a_text_stay() -> None:
    cards = "".join(CARDS[0].format(n=n, title=title, dek=dek) for n, (title, dek) in enumerate(STORIES))
    (draft,) = parse_html(page(body=f"<div>{cards}</div>").encode(), Hints()).drafts
    assert all(dek in draft.text for _, dek in STORIES)
