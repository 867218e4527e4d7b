import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from corpus.web.json_ld import LinkedData


def linked(*blocks: object) -> LinkedData:
    scripts = "".join(
        f'<script type="application/ld+json">{block if isinstance(block, str) else json.dumps(block)}</script>'
        for block in blocks
    )
    return LinkedData(html.document_fromstring(f"<html><head>{scripts}</head><body>x</body></html>"))


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Pool closes",
    "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Jan Holm"],
}


@pytest.mark.parametrize(
    "block",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace("Pool", "Pool\t").replace("Pool\t", "Pool"),
    ],
)
def test_the_article_is_found_wherever_it_stands(block: object) -> None:
    data = linked(block)
    assert data.text("headline") == "Pool closes"
    assert data.names("author") == [("Person", "Ana Ruiz"), ("", "Jan Holm")]


def test_the_fullest_description_is_taken_for_the_article() -> None:
    teaser = {"@type": "Article", "headline": "Another"}
    assert linked({"@graph": [teaser, {**ARTICLE, "datePublished": "2026-02-18"}]}).text("headline") == "Pool closes"


def test_the_article_of_the_page_is_told_from_others_by_the_title() -> None:
    other = {**ARTICLE, "headline": "Another", "datePublished": "2026-02-18", "publisher": {"name": "A"}}
    script = f'<script type="application/ld+json">{json.dumps([other, ARTICLE])}</script>'
    tree = html.document_fromstring(f"<html><head>{script}</head></html>")
    assert LinkedData(tree, "Pool closes | The Ledger").text("headline") == "Pool closes"
    assert LinkedData(tree).text("headline") == "Another"


def test_a_reference_leads_to_its_node() -> None:
    graph = [{**ARTICLE, "author": {"@id": "#ana"}}, {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"}]
    assert linked({"@graph": graph}).names("author") == [("Person", "Ana Ruiz")]


@pytest.mark.parametrize(
    "block", ["", "{", "[" * 50_000, "null", '"text"', "{'a': 1}", json.dumps({"@type": 7, "@id": []})]
)
def test_what_is_no_description_says_nothing(block: str) -> None:
    data = linked(block)
    assert (data.article, data.text("headline"), data.names("author")) == ({}, "", [])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["@type", "@id", "name", "author"]), inner)
    ),
)


@given(st.dictionaries(st.sampled_from(["headline", "author", "publisher", "@graph", "@id"]), JSON))
def test_any_description_is_read_without_failing(block: dict[str, object]) -> None:
    data = linked({"@type": "Article", **block})
    assert isinstance(data.text("headline"), str)
    assert all(name for _, name in data.names("author"))


def test_what_stands_beside_an_article_or_in_it_is_not_taken_for_it() -> None:
    review = {"@type": "Review", "datePublished": "2019-01-01", "author": "Reader"}
    assert linked({"@type": "Product", "review": [review]}).article == {}
    entry = {"@type": "BlogPosting", "headline": "A", "datePublished": "2026-02-18", "author": "B", "publisher": "C"}
    live = {"@type": "LiveBlogPosting", "datePublished": "2026-02-17", "liveBlogUpdate": [entry]}
    assert linked(live).text("datePublished") == "2026-02-17"
    video = {"@type": "VideoObject", "description": {"@type": "Article", "datePublished": "2019-01-01"}}
    article = {"@type": "Article", "datePublished": "2026-02-18", "video": video}
    assert linked(article).text("datePublished") == "2026-02-18"


def test_a_comma_too_many_hides_no_description() -> None:
    assert linked('{"@type": "NewsArticle", "headline": "Pool closes", "author": ["Ana Ruiz",],}').text("headline") == (
        "Pool closes"
    )


def test_an_entry_of_a_list_of_stories_is_not_the_article() -> None:
    assert linked({"@type": "ItemList", "itemListElement": [ARTICLE]}).article == {}
