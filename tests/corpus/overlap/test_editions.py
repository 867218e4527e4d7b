from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Edition
from corpus.overlap.editions import left_out

FIRST = Edition("item", 1, "2026-02-18T10:00:00")
SECOND = Edition("item", 2, "2026-02-18T11:00:00")
KILL = Edition("item", 3, "2026-02-18T12:00:00", withdraws=True)

EDITIONS = st.builds(
    Edition,
    item=st.sampled_from(["one", "two"]),
    version=st.none() | st.integers(1, 3),
    created=st.sampled_from(["", "2026-02-18T10:00:00", "2026-02-18T11:00:00", "2026-02-19T10:00:00"]),
    withdraws=st.booleans(),
    certain=st.booleans(),
)
CORPORA = st.dictionaries(st.sampled_from("abcdefgh"), EDITIONS)


@given(CORPORA, st.randoms())
def test_the_order_of_files_never_matters(corpus: dict[str, Edition], random: st.DrawFn) -> None:
    sources = list(corpus)
    random.shuffle(sources)  # type: ignore[attr-defined]
    assert left_out({source: corpus[source] for source in sources}) == left_out(corpus)


@given(CORPORA)
def test_no_item_is_lost_without_a_withdrawal(corpus: dict[str, Edition]) -> None:
    articles = {source: replace(edition, withdraws=False) for source, edition in corpus.items()}
    standing = {articles[source].item for source in articles.keys() - left_out(articles).keys()}
    assert standing == {edition.item for edition in articles.values()}


@given(CORPORA)
def test_a_withdrawal_never_stands_and_what_is_left_out_names_what_did_it(corpus: dict[str, Edition]) -> None:
    reasons = left_out(corpus)
    assert {source for source, edition in corpus.items() if edition.withdraws} <= reasons.keys()
    for source, reason in reasons.items():
        if not corpus[source].withdraws:
            named = reason.split(",")[0].split()[-1]
            assert corpus[named].item == corpus[source].item
            assert named not in reasons or corpus[named].withdraws


def test_a_later_version_replaces_and_a_later_time_of_the_same_version_too() -> None:
    again = replace(SECOND, created="2026-02-18T11:30:00")
    reasons = left_out({"a": FIRST, "b": SECOND, "c": again})
    assert reasons == dict.fromkeys("ab", "is replaced by c, a later version of the same item")


def test_versions_that_cannot_be_told_apart_all_stand() -> None:
    assert left_out({"a": FIRST, "b": FIRST}) == {}
    unknown = Edition("item")
    assert left_out({"a": unknown, "b": unknown}) == {}


def test_a_withdrawal_takes_out_what_came_before_it_and_says_so_first() -> None:
    assert left_out({"a": FIRST, "b": SECOND, "k": KILL}) == {
        "k": "withdraws item: a, b taken out",
        "a": "is withdrawn by k",
        "b": "is withdrawn by k",
    }
    assert left_out({"k": KILL}) == {"k": "withdraws item: there is no article of it"}


def test_what_comes_after_a_withdrawal_stands() -> None:
    later = replace(KILL, version=4, created="2026-02-18T13:00:00", withdraws=False)
    reasons = left_out({"a": FIRST, "k": KILL, "z": later})
    assert "z" not in reasons
    assert reasons["k"] == "withdraws item, of which z came later"


def test_a_withdrawal_without_a_time_holds_for_all_there_is() -> None:
    bare = Edition("item", withdraws=True)
    for articles in ({"a": FIRST, "b": SECOND}, {"a": replace(FIRST, version=None)}, {"a": Edition("item")}):
        assert articles.keys() <= left_out({**articles, "k": bare}).keys()


def test_a_slug_takes_out_one_article_and_never_one_of_several() -> None:
    slug = Edition("qna harbour", 61, "2026-02-18T10:00:00", certain=False)
    other = replace(slug, version=62)
    kill = replace(slug, version=None, created="2026-02-18T12:00:00", withdraws=True)
    assert left_out({"a": slug, "k": kill})["a"] == "is withdrawn by k"
    doubtful = left_out({"a": slug, "b": other, "k": kill})
    assert doubtful == {"k": "withdraws qna harbour, which a, b may be: nothing is taken out"}
    assert left_out({"a": slug, "b": other, "k": replace(kill, version=62)}).keys() == {"b", "k"}
    next_week = replace(kill, created="2026-02-25T12:00:00")
    assert left_out({"a": slug, "k": next_week}).keys() == {"k"}
