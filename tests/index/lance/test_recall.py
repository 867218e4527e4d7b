from pathlib import Path

import lance
import numpy as np
import pyarrow as pa
import pytest
from numpy.typing import NDArray

from index.lance.recall import FEWEST_PROBES, HITS, enough_probes

PARTITIONS = 32


def unit(vectors: NDArray[np.float64]) -> NDArray[np.float32]:
    of_length_one: NDArray[np.float32] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return of_length_one


def dataset(folder: Path, vectors: NDArray[np.float32]) -> lance.LanceDataset:
    column = pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), vectors.shape[1])
    made = lance.write_dataset(pa.table({"row": range(len(vectors)), "vector": column}), folder / "vectors.lance")
    made.create_index("vector", "IVF_SQ", metric="dot", num_partitions=PARTITIONS)
    return made


def test_vectors_in_groups_need_few_partitions(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    groups = unit(chance.normal(size=(PARTITIONS, 64)))
    vectors = unit(groups[chance.integers(PARTITIONS, size=6400)] + 0.05 * chance.normal(size=(6400, 64)))
    probes = enough_probes(dataset(tmp_path, vectors), PARTITIONS)
    assert probes.recall >= 0.97
    assert probes.count < PARTITIONS


def test_vectors_without_any_order_need_more_of_them(tmp_path: Path) -> None:
    vectors = unit(np.random.default_rng(2).normal(size=(6400, 64)))
    probes = enough_probes(dataset(tmp_path, vectors), PARTITIONS)
    assert probes.count > FEWEST_PROBES
    assert probes.recall >= 0.97


@pytest.mark.parametrize("count", [1, HITS - 1])
def test_a_table_with_fewer_rows_than_are_asked_for_can_be_checked(tmp_path: Path, count: int) -> None:
    vectors = unit(np.random.default_rng(3).normal(size=(count, 16)))
    column = pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), 16)
    made = lance.write_dataset(pa.table({"row": range(count), "vector": column}), tmp_path / "few.lance")
    assert enough_probes(made, 1).recall == 1.0
