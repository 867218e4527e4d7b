"""What is doubtful about an article, told by the field that it is about, for whoever shows it beside the value."""

import re
from collections.abc import Iterable

# How the sentences are told that are about one field; every other one is about the article as a whole.
_ABOUT = {
    "outlet": re.compile("No outlet is known|The mail comes from "),
    "published": re.compile(
        "No day of publication is known|Dated |The day|The feed says only when|"
        ".* (?:is no date|is too long to be a date|looks like an empty timestamp|can be read in two ways)",
        re.DOTALL,
    ),
    "authors": re.compile("Evernote names "),
}
_ADVICE = re.compile(r": (?:add|say) .*corpus\.toml.*", re.DOTALL)
ARTICLE = "article"  # what stands in place of a field where a sentence is about none


def doubts_by_field(warnings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Returns the warnings of an article by the name of the field that each is about, `ARTICLE` where it is none.

    What they advise to write into corpus.toml is left out: whoever sees them beside a value can correct it there.
    """
    doubts: dict[str, tuple[str, ...]] = {}
    for warning in warnings:
        field = next((name for name, opening in _ABOUT.items() if opening.match(warning)), ARTICLE)
        doubts[field] = (*doubts.get(field, ()), _ADVICE.sub(".", warning))
    return doubts
