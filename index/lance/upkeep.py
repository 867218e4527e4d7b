"""Keeps the table quick: its indexes, and what changes leave behind. All of it belongs in a refresh.

What comes new lies beside the indexes and is searched row by row; now and then it gets a small index of its own
beside the large one, and many of these become one. So the work follows the change, and the large index is made anew
only when a good part of the table is new.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import lance

from corpus.progress import OnProgress, Progress
from index.lance.state import TableState
from index.lance.table import VECTOR_INDEX

SCALARS: Mapping[str, Literal["BTREE", "BITMAP"]] = {
    "row": "BTREE",
    "number": "BTREE",
    "outlet": "BITMAP",
    "published": "BTREE",
}
PHRASES = {"all": False, "body": True, "title": True, "written": False}  # columns of words: whether order counts
ROWS_OF_A_PARTITION = 500
FEWEST_PARTITIONS = 16


@dataclass(frozen=True, slots=True)
class Upkeep:
    """When to do what.

    Attributes:
        scanned: Rows up to which vectors are compared one by one, without an index (some 30 ms at 10,000).
        commits: Changes after which what is new gets an index.
        rows: New rows after which it gets one.
        indexes: So often, these small indexes become one.
        share: Share of new rows from which everything is made anew.
    """

    scanned: int = 10_000
    commits: int = 10
    rows: int = 1_000
    indexes: int = 10
    share: float = 0.5

    def after(self, dataset: lance.LanceDataset, state: TableState, on_progress: OnProgress) -> TableState:
        """Does what is due after a change.

        Args:
            dataset: The table as the change left it; what is done here is done to it.
            state: What is known of it.
            on_progress: Told of work that takes long.

        Returns:
            What is known of it now.
        """
        rows = dataset.count_rows()
        if not dataset.describe_indices():
            on_progress(Progress("Indexing words", 0, 0))
            _index_words(dataset)
            state = replace(state, pending=0, commits=0)
        if rows > self.scanned and not state.probes:
            on_progress(Progress("Indexing meanings", 0, 0))
            state = _trained(dataset, rows, state)
        if state.pending >= self.rows or (state.pending and not state.commits % self.commits):
            dataset.optimize.optimize_indices(num_indices_to_merge=0)
            state = replace(state, pending=0)
        return replace(state, version=dataset.version)


def _index_words(dataset: lance.LanceDataset) -> None:
    for column, kind in SCALARS.items():
        dataset.create_scalar_index(column, kind)
    for column, positions in PHRASES.items():
        dataset.create_scalar_index(
            column,
            "INVERTED",
            with_position=positions,
            base_tokenizer="whitespace",  # the words are terms already
            max_token_length=None,
            lower_case=False,
            stem=False,
            remove_stop_words=False,
            ascii_folding=False,
        )


def _trained(dataset: lance.LanceDataset, rows: int, state: TableState) -> TableState:
    partitions = max(FEWEST_PARTITIONS, rows // ROWS_OF_A_PARTITION)
    dataset.create_index("vector", "IVF_SQ", name=VECTOR_INDEX, metric="dot", num_partitions=partitions, replace=True)
    return replace(state, trained=rows, probes=partitions)
