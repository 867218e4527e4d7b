"""What tells whether the sidecars say something else than before, and of which files alone."""

import hashlib
import json
from collections.abc import Mapping

from corpus.article import file_of

_DIGITS = 16  # of what is said of one file


def digest_of(data: bytes, rules: object, entries: Mapping[str, object]) -> str:
    """Returns a digest of the sidecars, of which `said_otherwise` understands two.

    Args:
        data: The sidecars' bytes.
        rules: What is said of all files; all that matters of it is in its representation.
        entries: Name of a file, with ``#n`` for a record -> what is said of it alone.
    """
    files: dict[str, list[tuple[str, object]]] = {}
    for name, entry in sorted(entries.items()):
        for file in {name, file_of(name)}:  # a file may be called as a record is
            files.setdefault(file, []).append((name, entry))
    of_files = {name: _digest(said)[:_DIGITS] for name, said in files.items()}
    return json.dumps([hashlib.sha256(data).hexdigest(), _digest(rules), of_files], ensure_ascii=False)


def said_otherwise(before: str, now: str) -> frozenset[str] | None:
    """Returns the names of the files of which two sidecars say something else; None where that may be all files.

    Args:
        before: Digest of one; what an earlier version of Dateline made has the bytes alone.
        now: Digest of the other.
    """
    if before == now:
        return frozenset()
    try:
        data, rules, files = json.loads(now)
        if before == data:
            return frozenset()
        _, rules_before, files_before = json.loads(before)
    except (TypeError, ValueError):
        return None
    if rules != rules_before:
        return None
    return frozenset(name for name, _ in files.items() ^ files_before.items())


def _digest(said: object) -> str:
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()
