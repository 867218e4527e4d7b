import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from index.catalog.schema import pack, unpack

VECTORS = arrays.arrays(np.float32, st.tuples(st.integers(0, 5), st.just(16)), elements=st.floats(-1, 1, width=32))


@given(VECTORS)
def test_a_packed_vector_keeps_its_direction(vectors: NDArray[np.float32]) -> None:
    lengths = np.linalg.norm(vectors, axis=1)
    vectors = vectors[lengths > 1e-3]
    found = unpack(pack(vectors), 16)
    assert found.shape == vectors.shape
    cosines = (found * vectors).sum(axis=1) / np.linalg.norm(vectors, axis=1)
    assert cosines == pytest.approx(1, abs=2e-3)


@given(VECTORS)
def test_packing_again_changes_nothing_so_that_vectors_may_be_copied_from_index_to_index(
    vectors: NDArray[np.float32],
) -> None:
    packed = pack(vectors)
    assert pack(unpack(packed, 16)) == packed
