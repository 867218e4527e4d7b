import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from corpus.web.metadata import read_page
from tests.corpus.pages import meta, page


def authors(body: str = "", head: str = "", data: object = None) -> tuple[str, ...]:
    return read_page(html.document_fromstring(page(head, body, data))).metadata.authors


@pytest.mark.parametrize(
    "body",
    [
        '<button class="followAuthorBtn" title="Edit topics">Follow</button>',
        '<div class="author">Most chosen. <a class="followAuthorBtn" href="/t">Edit topics</a></div>',
        '<a class="author-link" href="/authors/all">View all posts</a>',
        '<figure><figcaption class="author">Photo: Ana Ruiz</figcaption></figure>',
        '<div class="author-share"><span>Share Article</span></div>',
        '<div class="byline">5 min read</div>',
        '<div class="byline">Wednesday, Feb. 18, 2026</div>',
        '<div class="byline">Parliamentary editor</div>',
        '<div class="author">desk@ledger.example</div>',
        '<div class="author"><a href="/x">Follow us</a></div>',
        '<div class="author">Mehr zum Thema</div>',
        '<blockquote class="tweet"><span class="author">Max Holt</span></blockquote>',
        '<div class="comments"><span class="author">Max Holt</span></div>',
    ],
)
def test_what_is_no_person_is_no_author(body: str) -> None:
    assert authors(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        '<div class="byline">By <b class="name"><a>Ana Ruiz</a></b> <i>Wednesday, Feb. 18, 2026</i></div>',
        '<div class="author"><b class="author-name">Ana Ruiz</b> <i class="role">Parliamentary editor</i></div>',
        '<div class="author"><span>Ana Ruiz</span> <span>Chief political correspondent</span></div>',
        '<div class="byline">Von <b>Ana Ruiz</b>, Berlin</div>',
        '<div class="byline"><span>Ana Ruiz</span> <button>Follow</button></div>',
        '<div class="byline">Ana Ruiz ana.ruiz@ledger.example</div>',
        '<div class="byline">Ana Ruiz <time>18 February 2026</time></div>',
        '<div class="author"><a rel="author">Ana Ruiz</a> <span>3 min read</span></div>',
        '<div class="byline">By Ana Ruiz Wednesday</div>',
        '<p class="autor">Por <span>Ana Ruiz</span> <span>lunes 18 de febrero</span></p>',
        "<p>Auteur : Ana Ruiz</p>",
        "<p>Autorin: Ana Ruiz</p>",
    ],
)  # fmt: skip
def test_of_a_byline_only_the_person_is_taken(body: str) -> None:
    assert authors(body) == ("Ana Ruiz",)


@pytest.mark.parametrize(
    "name", ["Edit Inotai", "Jan Holm", "Doris Day", "May Lin", "J.R. Stone", "Ludwig van der Holm"]
)
def test_names_that_are_other_words_too_are_names(name: str) -> None:
    found = authors(f'<div class="byline">By <a rel="author">{name}</a></div>')
    assert found == (name,)


def test_all_persons_of_a_byline_are_taken() -> None:
    assert authors('<div class="byline">By <a>Ana Ruiz</a>, <a>Jan Holm</a> and <a>Li Wu</a>, Northmere</div>') == (
        "Ana Ruiz",
        "Jan Holm",
        "Li Wu",
    )


def test_byline_and_meta_tag_together_go_before_the_account_that_put_the_text_on_the_site() -> None:
    data = {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Max Holt"}}
    byline = '<div>By <a class="author" rel="author">Ana Ruiz</a></div>'
    assert authors(byline, meta("parsely-author", "Ana Ruiz"), data) == ("Ana Ruiz",)
    assert authors(byline, "", data) == ("Max Holt",)
    assert authors(byline, meta("parsely-author", "Jan Holm"), data) == ("Max Holt",)


ROLES = ["Staff writer", "Political editor", "Reporter", "Wednesday", "Follow", "4 min read", "desk@quay.example"]


@given(
    st.lists(
        st.sampled_from(["Ana Ruiz", "Jan van der Holm", "Li Wu", "José Ortega"]), min_size=1, max_size=3, unique=True
    ),
    st.sampled_from(ROLES),
    st.sampled_from(["span", "div", "b"]),
)
@settings(max_examples=40, deadline=None)
def test_whatever_stands_beside_names_the_names_are_found(names: list[str], beside: str, tag: str) -> None:
    links = " and ".join(f'<a href="/m">{name}</a>' for name in names)
    assert authors(f'<div class="byline">By {links} <{tag}>{beside}</{tag}></div>') == tuple(names)


def test_a_byline_that_goes_on_where_the_markup_ends_is_read_whole() -> None:
    byline = "<p>By <a>Ana Ruiz</a> and <a>Jan Holm</a></p>"
    assert authors(byline, meta("author", "Ana Ruiz")) == ("Ana Ruiz", "Jan Holm")
    assert authors(byline, meta("author", "Mia Wong")) == ("Mia Wong",)


def test_the_site_is_not_the_author_of_its_bylines() -> None:
    head = meta("author", "Quillport Ledger") + meta("og:site_name", "Quillport Ledger")
    assert authors("<div>Von <a>Julia Kern</a> und <a>Jan Holm</a></div>", head) == ("Julia Kern", "Jan Holm")
    assert authors("<p>By Quillport Ledger</p>", head) == ()


def test_names_in_east_asian_scripts_are_names() -> None:
    assert authors('<div class="bylines"><a>田中健一</a> <a>佐藤美咲</a></div>') == ("田中健一", "佐藤美咲")
    assert authors('<div class="byline">編集部</div>') == ()
