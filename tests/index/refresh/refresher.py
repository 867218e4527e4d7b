"""A process that refreshes an index and says each stage, for tests that stop or kill it."""

import sys
from pathlib import Path

from corpus.progress import Progress
from index.library import Library
from index.refresh.run import refresh_index
from tests.conftest import FakeEncoder


def main(articles: str, index: str, store: str = "faiss", pause: str = "") -> None:
    """Refreshes; writes each stage as it begins, and "Done".

    Args:
        articles: The folder of articles.
        index: The folder of the index.
        store: What is to keep the index; one that is kept in another store is moved.
        pause: In this stage it waits for a line.
    """
    stages: list[str] = []

    def say(progress: Progress) -> None:
        if progress.stage not in stages:
            stages.append(progress.stage)
            sys.stdout.write(progress.stage + "\n")
            sys.stdout.flush()
            if progress.stage == pause:
                sys.stdin.readline()

    library = Library(Path(articles), Path(index))
    refresh_index(library, encoder=FakeEncoder(), store=store, convert=True, on_progress=say)
    sys.stdout.write("Done\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
