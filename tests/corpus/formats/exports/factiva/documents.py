"""Documents as Factiva holds them, for the tests of all forms in which it gives them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from corpus.formats.draft import Parsed

# Interface language -> word for words, name of a document, names of the months, name of the article's language.
INTERFACES: Mapping[str, tuple[str, str, str, str]] = {
    "en": ("words", "Document", "January February March April May June July August September October November "
           "December", "English"),
    "de": ("Wörter", "Dokument", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
           "Englisch"),
    "fr": ("mots", "Document", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
           "Anglais"),
    "es": ("palabras", "Documento", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
           "diciembre", "Inglés"),
    "it": ("parole", "Documento", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
           "novembre dicembre", "Inglese"),
    "ru": ("слов", "Документ", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
           "Английский"),
    "ja": ("語", "文書", "", "英語"),
}  # fmt: skip
_OUTLETS = ("Quay Courier", "The Fen Gazette (London)", "taz - die tageszeitung", "L'Écho du port", "Reuters News")
_HEADLINES = (
    "Kelpwick mends its old lock gates", "Brekby Trams rest after dark.", "82 words that moved the council",
    "UPDATE 1-Harbour strike ends: what it means", "Ein Hafen, zwei Brücken", "«Le port reste ouvert»",
)  # fmt: skip
_AUTHORS = ("Marek Halden", "Mira Ulv", "RUNA TORVALD", "Zoë O'Neil")
_PARAGRAPHS = (
    "The council of Kelpwick agreed on Monday to mend the flood gates for 3.9 million crowns, said its chair. The "
    "works begin in May and last until the autumn, and the harbour stays open meanwhile.",
    "LENGTH: two miles of wall, the engineers found, and none of them sound.",
    "Document 1 of 2 was read out in the session, and nobody asked for the other.",
    "IN the harbour, CO emissions fell; BY the river they did not.",
    "1 of 2 DOCUMENTS",
    "Page 2 of the report holds 300 words, on 18 February 2026.",
    "Ein Satz mit Umlauten: über den Hafen, (c) 2026 hin oder her.",
    "Millers had wanted it since the ice bent two hinges of the gates in December; the insurance pays "
    "a third of the price, the council pays the rest, and nobody expects new taxes this year.",
)


@dataclass(frozen=True)
class Story:
    """One document; what may be missing is empty."""

    number: int
    outlet: str
    headline: str
    day: date
    author: str
    section: str
    time: str
    page: str
    copyright: str
    paragraphs: tuple[str, ...]

    @property
    def accession(self) -> str:
        return f"QUAYC000{self.day:%Y%m%d}em2i{self.number:05d}"

    def day_as(self, language: str) -> str:
        if language == "ja":
            return f"{self.day.year} 年 {self.day.month} 月 {self.day.day} 日"
        return f"{self.day.day} {INTERFACES[language][2].split()[self.day.month - 1]} {self.day.year}"


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    """1-40 documents, each with words of its own in its headline and text."""
    count = draw(st.one_of(st.integers(1, 5), st.integers(6, 40)))
    made = []
    for number in range(1, count + 1):
        some = draw(st.lists(st.sampled_from(_PARAGRAPHS), min_size=0, max_size=5, unique=True))
        paragraphs = (f"Story {number} begins where the harbour of Kelpwick ends, and nobody knows why.", *some)
        made.append(
            Story(
                number=number,
                outlet=draw(st.sampled_from(_OUTLETS)),
                headline=f"{draw(st.sampled_from(_HEADLINES))} No {number}",
                day=draw(st.dates(date(1985, 1, 1), date(2026, 3, 1))),
                author=draw(st.sampled_from(("", *_AUTHORS))),
                section=draw(st.sampled_from(("", "", "News", "Business/Financial Desk; SECTB"))),
                time=draw(st.sampled_from(("", "15:32", "06:04 GMT"))),
                page=draw(st.sampled_from(("", "4", "B10"))),
                copyright=draw(st.sampled_from(("(c) 2026 Quay Courier Ltd.", "© 2026 Fen. All rights reserved.", ""))),
                paragraphs=paragraphs,
            )
        )
    return made


def check(parsed: Parsed, expected: Sequence[Story], *, numbered: bool = True) -> None:
    """Demands every document, with its own fields and its own text, and none of another."""
    assert parsed.problems == ()
    assert [draft.number for draft in parsed.drafts] == [story.number for story in expected]
    for draft, story in zip(parsed.drafts, expected, strict=True):
        said = draft.metadata
        assert (said.outlet, said.title, said.published) == (story.outlet, story.headline, story.day)
        assert said.authors == ((story.author,) if story.author else ())
        assert draft.text.split("\n\n") == list(story.paragraphs)
        dropped = "\n".join(draft.dropped)
        assert all(left_out in dropped for left_out in (story.copyright, story.section))
        assert not numbered or said.article_id == story.accession
