"""Answers a file of queries with txtai's hybrid search; run by the interpreter of an environment that has txtai.

It knows nothing of Dateline: chunks and queries come, and hits go, as JSON lines.
"""

import argparse
import json
import time
from pathlib import Path

from txtai import Embeddings  # type: ignore[import-not-found]  # installed only where this script runs


def main() -> None:
    """Indexes the chunks, unless that was done before, and answers the queries."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("model", "chunks", "index", "queries", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    embeddings = Embeddings(path=str(args.model), hybrid=True, content=True)
    if args.index.is_dir():
        embeddings.load(str(args.index))
    else:
        chunks = read(args.chunks)
        embeddings.index((chunk["row"], chunk["text"], None) for chunk in chunks)
        embeddings.save(str(args.index))
    with args.out.open("w", encoding="utf-8") as out:
        for query in read(args.queries):
            started = time.perf_counter()
            hits = embeddings.search(query["text"], query["limit"])
            seconds = time.perf_counter() - started
            found = {"hits": [[int(hit["id"]), float(hit["score"])] for hit in hits], "seconds": seconds}
            out.write(json.dumps(found) + "\n")


def read(path: Path) -> list[dict[str, str]]:
    """Reads a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
