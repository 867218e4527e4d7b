import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lance.state import TableState

NUMBERS = st.integers(0, 10**9)


@given(st.builds(TableState, NUMBERS, NUMBERS, st.floats(0, 1), NUMBERS, NUMBERS, NUMBERS))
def test_a_state_comes_back_from_a_manifest_as_it_was(state: TableState) -> None:
    assert TableState.read(json.loads(json.dumps(state.written()))) == state


def test_the_state_of_something_else_is_refused() -> None:
    for state in ({}, {"version": 1, "segments": 2}):
        with pytest.raises(TypeError):
            TableState.read(state)
