"""What people collect, made up at random: headlines, texts and names, for files that tests write."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import strategies as st

from corpus.text import clean_line

# Lines that look like what exports put between documents, or beside them.
_TRAPS = (
    "LENGTH: two miles, said the sign at the harbour.",
    "Document 1 of 2 is missing, the clerk of the council wrote.",
    "1 of 2 DOCUMENTS that nobody had asked for was lost.",
    "“Published: never,” she read out aloud from the file.",
    "Author: unknown, title: unknown, said the label on the map.",
    "The dean wrote a < b & c > d, and [sic] beneath it, and +++ at the end.",
    "Der Bürgermeister sagte: „Nein, das geht nicht.“ Drei Straßen bleiben zu.",
    "Совет города решил закрыть мост до осени, сообщил мэр.",
    "市議会は橋を閉鎖することを決めたと市長が述べた。",
)
_WORDS = st.sampled_from(
    "council flood gates bridge ferry mayor vote repair storm island budget crown autumn signal island’s".split()
)
_NAMES = ("Marek Halden", "Mira Ulv", "Ana Ruiz", "Jörg Ådal", "Mary O’Neil", "Nguyễn Lan")


@dataclass(frozen=True)
class Collected:
    """An article as somebody keeps it; ``extra`` is for fields of one form alone."""

    title: str
    paragraphs: tuple[str, ...]
    author: str = ""
    url: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


def sentences() -> st.SearchStrategy[str]:
    made = st.lists(_WORDS, min_size=8, max_size=25).map(lambda words: " ".join(words).capitalize() + ".")
    return st.one_of(made, st.sampled_from(_TRAPS))


def paragraphs() -> st.SearchStrategy[tuple[str, ...]]:
    """One to six of them, each with a mark of its own, so that none can be taken for another's."""
    many = st.lists(st.lists(sentences(), min_size=2, max_size=4).map(" ".join), min_size=1, max_size=6)
    return many.map(lambda texts: tuple(f"{text} That was remark {row}." for row, text in enumerate(texts)))


def titles() -> st.SearchStrategy[str]:
    words = st.lists(_WORDS, min_size=3, max_size=8).map(lambda found: " ".join(found).capitalize())
    odd = st.sampled_from(("no", "2026", "Council: “never”", "A & B < C", "[Opinion] It rains, again", "C# is 25"))
    return st.one_of(words, odd).map(clean_line)


def names() -> st.SearchStrategy[str]:
    return st.sampled_from(_NAMES)


def collections(most: int) -> st.SearchStrategy[list[Collected]]:
    """Up to so many articles, no two with the same first paragraph or address."""

    def told_apart(found: list[Collected]) -> list[Collected]:
        return [
            Collected(
                one.title,
                (f"Article {row} begins here and is told apart so.", *one.paragraphs),
                one.author,
                f"https://paper{row}.example/news/{row}" if one.url else "",
            )
            for row, one in enumerate(found)
        ]

    one = st.builds(
        Collected, titles(), paragraphs(), st.one_of(st.just(""), names()), st.sampled_from(("", "https://a.example"))
    )
    return st.lists(one, min_size=1, max_size=most).map(told_apart)
