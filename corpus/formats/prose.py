"""Text and Markdown files: one article a file."""

from functools import partial

from corpus.cleaning import clean_characters
from corpus.decoding import decode
from corpus.fields import read_metadata
from corpus.formats.draft import Draft, Hints, Parsed, Parser
from corpus.front_matter import split_front_matter
from corpus.metadata import Metadata


def _parse(data: bytes, hints: Hints, marked_up: bool) -> Parsed:
    decoded = decode(data, hints.encoding)
    split = split_front_matter(clean_characters(decoded.text))
    found = read_metadata(split.fields, "front matter", hints.date_order)
    warnings = Metadata(warnings=(split.warning,) if split.warning else ())
    draft = Draft(
        text=split.body,
        metadata=found.over(warnings),
        guessed_encoding=decoded.guessed,
        marked_up=marked_up or bool(split.fields),  # whoever writes front matter writes Markdown under it
        loose=True,
    )
    return Parsed((draft,))


parse_text: Parser = partial(_parse, marked_up=False)
parse_markdown: Parser = partial(_parse, marked_up=True)
