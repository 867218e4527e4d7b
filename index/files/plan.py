"""The plan of a refresh: which files to read, told from what the file system says alone."""

from dataclasses import dataclass

from corpus.metadata.sidecar import said_otherwise
from corpus.scan import Scan, SourceFile
from index.files.inventory import Inventory, racy_after


@dataclass(frozen=True, slots=True)
class RefreshPlan:
    """What to do with each file; those that are not named did not change.

    Attributes:
        read: New files, and those of which what is made may have changed without them: perhaps all.
        check: Known files that may have changed: to be read if their bytes did.
        unseen: Names of known files that the scan could not look at, so that nobody knows whether they are gone.
        drop: Names of the files that are gone.
    """

    read: tuple[SourceFile, ...]
    check: tuple[SourceFile, ...]
    unseen: tuple[str, ...]
    drop: tuple[str, ...]

    @property
    def names(self) -> set[str]:
        """The names of all files that are named."""
        return {*(file.name for file in (*self.read, *self.check)), *self.unseen, *self.drop}


def plan_refresh(
    previous: Inventory | None, scan: Scan, sidecar_digest: str, *, verify: bool = False, everything: bool = False
) -> RefreshPlan:
    """Plans a refresh. Touches no file.

    Args:
        previous: Inventory of the published generation, if there is one.
        scan: The files as they are now.
        sidecar_digest: Of the sidecars as they are now; another one may change the metadata of any article, or of those
            of some files only.
        verify: Trust no times and sizes: check all files.
        everything: Read all files, as other settings or rules are in force.
    """
    known = previous.stamps if previous else {}
    missing = known.keys() - scan.stamps.keys()
    hidden = tuple(problem.source for problem in scan.problems)
    unseen = {name for name in missing if name in hidden or name.startswith(tuple(f"{place}/" for place in hidden))}
    gone = tuple(sorted(unseen)), tuple(sorted(missing - unseen))
    said = said_otherwise(previous.sidecar_digest, sidecar_digest) if previous else None
    if previous is None or everything or said is None:
        return RefreshPlan(scan.files, (), *gone)
    again = said.union(previous.unread)
    racy = racy_after(previous.scanned_ns)
    doubtful = sorted(
        name
        for name, stamp in scan.stamps.items()
        if verify or known.get(name) != stamp or stamp[1] > racy or stamp[2] > racy or name in again
    )  # by the places of its times: each name costs, and there may be very many
    read = tuple(scan.file(name) for name in doubtful if name not in known or name in said)
    check = tuple(scan.file(name) for name in doubtful if name in known and name not in said)
    return RefreshPlan(read, check, *gone)
