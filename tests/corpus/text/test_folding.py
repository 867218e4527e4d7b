from hypothesis import given
from hypothesis import strategies as st

from corpus.text.folding import squash


@given(st.text(), st.text())
def test_folding_forgets_case_blanks_and_accents(first: str, second: str) -> None:
    assert squash(f"{first} É-{second}") == squash(first) + "e" + squash(second)
