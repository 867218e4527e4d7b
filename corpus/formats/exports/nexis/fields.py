"""A document of LexisNexis to a record: labels to fields, the standfirst to the text, the rest left out."""

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.formats.documents import Record
from corpus.formats.exports.blocks import Block
from corpus.formats.exports.nexis.labels import Label, Role, read_label
from corpus.formats.exports.surnames import surnames_last

NO_TEXT = "holds no text in the export"
_SORRY = "We are sorry but there is an error in this document"
_ADDRESS = re.compile(r"[;,]?\s{1,4}(https?://\S{1,500})$")  # that some papers put behind a standfirst


def sorry(blocks: Iterable[Block]) -> str:
    """Returns the reason why the database gave no document; empty where it gave one."""
    return "LexisNexis could not show this document" if any(_SORRY in block.line for block in blocks) else ""


def make_record(
    top: Mapping[str, object], labelled: Sequence[Block], text: Sequence[Block], dropped: Sequence[Block]
) -> Record | str:
    """Makes a record.

    Args:
        top: What stands above the labels, by the names of `Record.fields`.
        labelled: Blocks with labels, above and below the text; one without belongs to the label before it.
        text: Blocks of the article.
        dropped: Other blocks.

    Returns:
        The record, or the reason why it is no article.
    """
    fields = {name: value for name, value in top.items() if value}
    standfirst, left_out = list[str](), [block.text for block in dropped]
    last: Label | None = None
    for block in labelled:
        label = read_label(block.text)
        last = label if label and label.role else None if label else last
        value = (label.value if label else block.text) if last else ""
        if last and last.role is Role.STANDFIRST:
            if address := _ADDRESS.search(value):
                fields.setdefault("url", address[1])
                left_out.append(address[1])
            standfirst.append(_ADDRESS.sub("", value))
        elif last and (name := _FIELDS.get(last.role or Role.OTHER)) and value:
            fields.setdefault(name, surnames_last(value) if name == "authors" else " ".join(value.split()))
            left_out.append(block.text)
        else:
            left_out.append(block.text)
    body = "\n\n".join(filter(None, (*standfirst, *map(_without_label, text))))
    if not body:
        title = fields.get("title")
        return f"{NO_TEXT} ({title})" if title else NO_TEXT
    return Record(fields, body, tuple(line for part in left_out for line in part.split("\n") if line))


_FIELDS = {Role.HEADLINE: "title", Role.AUTHORS: "authors", Role.URL: "url"}


def _without_label(block: Block) -> str:
    label = read_label(block.text)
    return label.value if label and label.role is Role.BODY and label.capitals else block.text
