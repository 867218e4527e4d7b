"""Keeps the table quick: its indexes, and what changes leave behind. All of it belongs in a refresh.

What comes new lies beside the indexes and is searched row by row. Now and then it gets small indexes of its own beside
the large ones, and when there are many of these they become one again, one column at a time. So the work follows the
change, no refresh does much of it, and a question none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import lance

from corpus.progress import OnProgress, Progress
from index.lance.recall import enough_probes
from index.lance.state import TableState
from index.lance.table import VECTOR_INDEX

SCALARS: Mapping[str, Literal["BTREE", "BITMAP", "LABEL_LIST"]] = {
    "row": "BTREE",
    "number": "BTREE",
    "outlet": "BITMAP",
    "published": "BTREE",
    "authors": "LABEL_LIST",
}
WORDS = {"all": False, "body": True, "title": True, "written": False}  # columns of words: whether their order counts
ROWS_OF_A_PARTITION, FEWEST_PARTITIONS = 500, 16
ROWS_FOR_ONE_MORE = 25_000  # rows of a table that may have one small index more
ROWS_OF_A_FILE = 4_096  # files with fewer rows become one; few enough that the work stays small


@dataclass(frozen=True, slots=True)
class Upkeep:
    """When to do what.

    Attributes:
        scanned: Rows up to which every vector is compared (20 ms at 8,000; 280 at 100,000, where the index takes 15).
        commits: Changes after which what is new gets indexes.
        rows: New rows after which it gets them.
        indexes: Small indexes of words of one column that become one with the large one. Each makes a question slower
            by a quarter of a millisecond, and that work grows with the table, so a larger one may have more of them.
        share: Part of the rows that is new since the index of vectors was trained, and has it trained again.
    """

    scanned: int = 10_000
    commits: int = 10
    rows: int = 1_000
    indexes: int = 8
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
        elif state.pending >= self.rows or state.commits >= self.commits:
            self._index_new(dataset, rows)
            state = replace(state, pending=0, commits=0)
        if rows > self.scanned and state.fresh >= self.share * rows:
            on_progress(Progress("Indexing meanings", 0, 0))
            state = _trained(dataset, rows, state)
        return replace(state, version=dataset.version)

    def _index_new(self, dataset: lance.LanceDataset, rows: int) -> None:
        """Gives what is new indexes, and puts small ones together; the large one of words at most for one column."""
        dataset.optimize.optimize_indices(num_indices_to_merge=0)
        dataset.optimize.compact_files(target_rows_per_fragment=ROWS_OF_A_FILE)
        small = {index.name: len(index.segments) - 1 for index in dataset.describe_indices()}
        words = {f"{column}_idx" for column in WORDS}
        due = [name for name, count in small.items() if name not in words and count > 1]
        fullest, most = max(words, key=lambda name: (small[name], name)), self.indexes + rows // ROWS_FOR_ONE_MORE
        for name in (*due, *([fullest] if small[fullest] >= most else ())):
            dataset.optimize.optimize_indices(num_indices_to_merge=small[name], index_names=[name])


def _index_words(dataset: lance.LanceDataset) -> None:
    for column, kind in SCALARS.items():
        dataset.create_scalar_index(column, kind)
    for column, positions in WORDS.items():
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
    probes = enough_probes(dataset, partitions)
    return replace(state, fresh=0, probes=probes.count, recall=probes.recall)
