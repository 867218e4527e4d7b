import pytest

from index.refresh.ready import Ready, outgrown


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(0, 100_000, False), (99_000, 100_001, True), (0, 100_001, True), (100_001, 100_002, False)],
)
def test_an_index_that_outgrows_its_store_is_told_so_once(before: int, after: int, said: bool) -> None:
    notes = outgrown(Ready(before), after, "faiss")
    assert bool(notes) == said
    assert all(f"{after:,} passages" in note and "`dateline index --store lance --convert`" in note for note in notes)


def test_the_store_for_large_collections_is_not_outgrown() -> None:
    assert outgrown(Ready(), 1_000_000, "lance") == ()
