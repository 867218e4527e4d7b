from dataclasses import replace
from datetime import UTC, datetime

from corpus.article import Article
from qa.passage import Citation

ARTICLE = Article("a", "Quay Courier", "Wall", "It stands.", "a.md", "h", slug="Ebb-wall", keywords=("harbour",))
AHEAD, OVER = datetime(2999, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)


def test_a_citation_names_an_embargo_only_while_it_holds() -> None:
    assert Citation.of(replace(ARTICLE, embargo=AHEAD), 0, 5).embargo == AHEAD
    assert Citation.of(replace(ARTICLE, embargo=OVER), 0, 5).embargo is None
    assert Citation.of(ARTICLE, 0, 5).embargo is None


def test_a_citation_has_slug_and_keywords() -> None:
    citation = Citation.of(ARTICLE, 0, 5)
    assert (citation.slug, citation.keywords) == ("Ebb-wall", ("harbour",))
