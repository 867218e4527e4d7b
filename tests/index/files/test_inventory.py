from dataclasses import replace

from corpus.errors import Problem
from corpus.stamp import Stamp
from index.files.inventory import ArticleRecord, FileRecord, Inventory


def test_times_make_no_other_index_but_bytes_ids_problems_and_sidecars_do() -> None:
    record = FileRecord(Stamp(1, 2, 3, 4), "digest", "a.md", (ArticleRecord("x", "x", "a.md", "One"),))
    inventory = Inventory(10, "sidecar", {"a.md": record})
    touched = Inventory(11, "sidecar", {"a.md": replace(record, stamp=Stamp(1, 5, 6, 7))})
    assert inventory.gives_the_same(touched)
    others = (
        replace(inventory, sidecar_digest="other"),
        replace(inventory, files={}),
        replace(inventory, files={"a.md": replace(record, digest="other")}),
        replace(inventory, files={"a.md": replace(record, stale=True)}),
        replace(inventory, files={"a.md": replace(record, problems=(Problem("a.md#2", "no text"),))}),
        replace(inventory, files={"a.md": replace(record, articles=(ArticleRecord("y", "x", "a.md", "One"),))}),
    )
    assert not any(inventory.gives_the_same(other) for other in others)
