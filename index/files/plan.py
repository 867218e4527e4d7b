"""The plan of a refresh: which files to read, told from what the file system says alone."""

from dataclasses import dataclass

from corpus.scan import Scan, SourceFile
from index.files.inventory import Inventory


@dataclass(frozen=True, slots=True)
class RefreshPlan:
    """What to do with each file.

    Attributes:
        read: New files, or all of them when what is made of a file may have changed.
        check: Known files that may have changed: to be read if their bytes did.
        keep: Names of the files that did not change.
        unseen: Names of known files that the scan could not look at, so that nobody knows whether they are gone.
        drop: Names of the files that are gone.
    """

    read: tuple[SourceFile, ...]
    check: tuple[SourceFile, ...]
    keep: tuple[str, ...]
    unseen: tuple[str, ...]
    drop: tuple[str, ...]


def plan_refresh(
    previous: Inventory | None, scan: Scan, sidecar_digest: str, *, verify: bool = False, everything: bool = False
) -> RefreshPlan:
    """Plans a refresh. Touches no file.

    Args:
        previous: Inventory of the published generation, if there is one.
        scan: The files as they are now.
        sidecar_digest: Of the sidecars as they are now; another one may change the metadata of any article.
        verify: Trust no times and sizes: check all files.
        everything: Read all files, as other settings or rules are in force.
    """
    known = previous.files if previous else {}
    if previous is None or everything or previous.sidecar_digest != sidecar_digest:
        read: tuple[SourceFile, ...] = scan.files
        check: tuple[SourceFile, ...] = ()
    else:
        read = tuple(file for file in scan.files if file.name not in known)
        check = tuple(
            file
            for file in scan.files
            if file.name in known and (verify or known[file.name].may_have_changed(file, previous.scanned_ns))
        )
    missing = known.keys() - {file.name for file in scan.files}
    hidden = tuple(problem.source for problem in scan.problems)
    unseen = {name for name in missing if name in hidden or name.startswith(tuple(f"{place}/" for place in hidden))}
    keep = known.keys() - missing - {file.name for file in (*read, *check)}
    return RefreshPlan(read, check, tuple(sorted(keep)), tuple(sorted(unseen)), tuple(sorted(missing - unseen)))
