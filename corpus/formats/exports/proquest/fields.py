"""The fields of a document of ProQuest, as its publisher would write them."""

import re
from collections.abc import Iterable

from corpus.formats.exports.proquest.labels import Labelled
from corpus.formats.exports.surnames import author_names

_USED = ("outlet", "title", "published", "authors", "address", "link", "number")
_EDITION = re.compile(
    r",\s[^,;]{0,40}\b(?:edition|ausgabe|édition|edición|edizione|edição)\b.*|\s+\((?:pre-)?\d{4}\s?-[^()]{0,20}\)$",
    re.IGNORECASE,
)
_INFO_DAY = re.compile(r"(?<!\d)\d{1,2}\.?\s[^\W\d]{3,12}\.?,?\s\d{4}(?!\d)|[^\W\d]{3,12}\.?\s\d{1,2},\s\d{4}(?!\d)")


def read_fields(found: Iterable[Labelled], heading: str) -> tuple[dict[str, object], tuple[str, ...]]:
    """Names the fields of a document as records name them.

    Args:
        found: The labelled fields, in order; the first of a kind counts.
        heading: The headline above them, for a document without a field for it.

    Returns:
        The fields, and the lines that gave none of them.
    """
    values: dict[str, str] = {}
    left = []
    for field in found:
        if field.field and field.value and field.field not in values:
            values[field.field] = field.value
            if field.field in _USED:
                continue
        left.append(f"{field.label.capitalize()}: {field.value}" if field.label else field.value)
    info = values.get("info", "")
    day = _INFO_DAY.search(info)
    fields: dict[str, object] = {
        "title": values.get("title", heading),
        "outlet": outlet_name(values.get("outlet") or (info if ";" in info else "")),
        "published": values.get("published") or (day[0] if day else ""),
        "authors": author_names(values.get("authors", "")),
        "url": values.get("address") or values.get("link", ""),
        "article_id": f"ProQuest {values['number']}" if "number" in values else "",
    }
    if heading and heading != fields["title"]:
        left.insert(0, heading)
    return {name: value for name, value in fields.items() if value}, tuple(left)


def outlet_name(written: str) -> str:
    """Returns the name of a publication without its place, its edition and its years: "Quay Courier; Kelpwick"."""
    return _EDITION.sub("", written.partition(";")[0].strip()).strip()
