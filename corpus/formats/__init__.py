"""One parser for each kind of file."""

from collections.abc import Mapping

from corpus.formats.csv_table import parse_csv
from corpus.formats.draft import Parser
from corpus.formats.json_records import parse_json, parse_jsonl
from corpus.formats.prose import parse_markdown, parse_text

PARSERS: Mapping[str, Parser] = {
    ".csv": parse_csv,
    ".json": parse_json,
    ".jsonl": parse_jsonl,
    ".markdown": parse_markdown,
    ".md": parse_markdown,
    ".ndjson": parse_jsonl,
    ".text": parse_text,
    ".txt": parse_text,
}
