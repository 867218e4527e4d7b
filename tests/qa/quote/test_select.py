from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from index.chunks.chunk import Chunk
from qa.quote.select import Selected, select
from qa.retrieve.fuse import Candidate
from tests.conftest import in_sentences


def prose(*subjects: str, length: int = 20) -> str:
    """A text of as many words for each subject that no other subject shares."""
    return " ".join(f"{subject}{number}" for subject in subjects for number in range(length)) + "."


def choose(chunks: Sequence[tuple[str, str]], limit: int = 9, per_article: int = 9) -> list[Selected]:
    """Chooses among passages given as article and text, best first; the row is the place."""
    return select(
        [Candidate(row, score=1 - row / 100) for row in range(len(chunks))],
        {
            row: in_sentences(Chunk(article, 10 * row, 10 * row + len(text), text))
            for row, (article, text) in enumerate(chunks)
        },
        limit,
        per_article,
    )


def rows(chosen: Sequence[Selected]) -> list[int]:
    return [choice.candidate.row for choice in chosen]


def test_the_best_are_chosen_in_their_order() -> None:
    chosen = choose([(f"a{i}", prose(f"subject{i}x")) for i in range(6)], limit=4)
    assert rows(chosen) == [0, 1, 2, 3]
    assert [choice.passage.chunk.article_id for choice in chosen] == ["a0", "a1", "a2", "a3"]


def test_an_article_gives_way_to_others_when_it_has_had_its_share() -> None:
    passages = [("long", prose("a")), ("long", prose("b")), ("long", prose("c")), ("short", prose("d"))]
    assert rows(choose(passages, limit=3, per_article=2)) == [0, 1, 3]


def test_empty_places_go_to_an_article_that_had_its_share_after_all_others() -> None:
    passages = [("long", prose("a")), ("long", prose("b")), ("long", prose("c")), ("short", prose("d"))]
    assert rows(choose(passages, limit=9, per_article=1)) == [0, 3, 1, 2]
    assert rows(choose(passages, limit=3, per_article=1)) == [0, 3, 1]


def test_the_same_text_in_another_article_is_shown_once_with_its_copies() -> None:
    agency = prose("agency")
    chosen = choose([("courier", agency), ("post", agency), ("ledger", prose("other")), ("gazette", agency)])
    assert rows(chosen) == [0, 2]
    assert [choice.copies for choice in chosen] == [(1, 3), ()]


def test_a_copy_that_gives_another_number_is_shown_for_itself() -> None:
    agency = prose("agency", length=60)
    texts = [f"{agency} The hostel will have {beds} beds." for beds in ("24", "30", "24", "twenty")]
    chosen = choose(list(zip(("courier", "post", "ledger", "gazette"), texts, strict=True)))
    assert rows(chosen) == [0, 1, 3]
    assert [choice.copies for choice in chosen] == [(2,), (), ()]


def test_a_copy_with_a_few_words_changed_is_a_copy() -> None:
    agency = prose("agency", length=60)
    chosen = choose([("courier", agency), ("post", agency.replace("agency30 ", "edited "))])
    assert [choice.copies for choice in chosen] == [(1,)]


def test_two_reports_in_the_words_of_the_trade_are_no_copies() -> None:
    one = "The ferry made its last crossing on Monday and the company said that fourteen jobs would go in spring."
    other = "On Monday the ferry made its last crossing, and fourteen jobs would go, a union spokesman told us."
    assert rows(choose([("courier", one), ("post", other)])) == [0, 1]


def test_a_text_that_an_article_repeats_is_shown_once_and_is_no_copy() -> None:
    chosen = choose([("courier", prose("a")), ("courier", prose("a")), ("post", prose("b"))])
    assert rows(chosen) == [0, 2]
    assert [choice.copies for choice in chosen] == [(), ()]


def test_a_text_between_two_others_does_not_make_them_copies_of_each_other() -> None:
    left, middle, right = prose("a", "b"), prose("b", "c"), prose("c", "d")
    assert rows(choose([("courier", left), ("post", middle), ("ledger", right)])) == [0, 1, 2]
    whole = [("courier", prose("a")), ("post", prose("a", "b")), ("ledger", prose("b"))]
    assert [(choice.candidate.row, choice.copies) for choice in choose(whole)] == [(0, (1,)), (2, ())]


def test_the_same_text_is_not_shown_twice_when_the_first_article_has_had_its_share() -> None:
    agency = prose("agency")
    chosen = choose([("courier", prose("a")), ("courier", agency), ("post", agency)], per_article=1)
    assert [(choice.candidate.row, choice.copies) for choice in chosen] == [(0, ()), (2, (1,))]


def test_a_copy_does_not_use_up_the_share_of_its_article() -> None:
    passages = [("courier", prose("a")), ("post", prose("a")), ("post", prose("b"))]
    assert rows(choose(passages, per_article=1)) == [0, 2]


def test_a_candidate_whose_text_was_not_read_is_passed_over() -> None:
    passages = {1: in_sentences(Chunk("courier", 0, 3, "Yes"))}
    assert rows(select([Candidate(0, 2.0), Candidate(1, 1.0)], passages, 5, 3)) == [1]


def test_no_candidates_are_no_choices() -> None:
    assert choose([]) == []


PASSAGES = st.lists(st.tuples(st.sampled_from(["courier", "post", "ledger"]), st.sampled_from("abcdefgh")), max_size=14)


@given(PASSAGES, st.integers(1, 6), st.integers(1, 4))
def test_whatever_comes_nothing_is_doubled_lost_or_out_of_order(
    drawn: list[tuple[str, str]], limit: int, per_article: int
) -> None:
    chosen = choose([(article, prose(subject)) for article, subject in drawn], limit, per_article)
    subjects = [drawn[row][1] for row in rows(chosen)]
    assert len(set(subjects)) == len(subjects) == min(limit, len({subject for _, subject in drawn}))
    taken: Counter[str] = Counter()
    within = []
    for choice in chosen:
        taken[choice.passage.chunk.article_id] += 1
        within.append(taken[choice.passage.chunk.article_id] <= per_article)
        for copy in choice.copies:
            assert drawn[copy][1] == drawn[choice.candidate.row][1]
            assert drawn[copy][0] != choice.passage.chunk.article_id
    # First those inside the cap, best first; then those over it, best first.
    assert within == sorted(within, reverse=True)
    for part in (True, False):
        places = [row for row, inside in zip(rows(chosen), within, strict=True) if inside == part]
        assert places == sorted(places)
