"""Stories to put into the answers of news services, and what a record says of each."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape

from hypothesis import strategies as st

ABSENT = object()  # nothing: left out, null or empty
_WORDS = "harbour council wall ferry vote crown winter bridge quay motion night island storm insurance builder".split()
_TRAPS = (
    "5 < 6 and AT&T grew", 'he said "no"', "Title: a play", "the <p> of Kelpwick costs", "1 of 2 documents", "é ü ß",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """What a record should give; the properties are what a service says of it."""

    outlet: str
    title: str
    day: date | None
    authors: tuple[str, ...]
    paragraphs: tuple[str, ...]
    number: int

    @property
    def host(self) -> str:
        return f"{self.outlet.lower().replace(' ', '')}.example" if self.outlet else "nowhere.example"

    @property
    def url(self) -> str:
        return f"https://www.{self.host}/story/{self.number}"

    @property
    def name(self) -> object:
        return self.outlet or ABSENT

    @property
    def iso(self) -> object:
        return f"{self.day}T10:30:00Z" if self.day else ABSENT

    @property
    def byline(self) -> object:
        return " and ".join(self.authors) or ABSENT

    @property
    def people(self) -> object:
        return list(self.authors) or ABSENT

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def html(self) -> str:
        body = "".join(f"<p>{escape(text).replace(' ', '&nbsp;', 1)}</p>\n" for text in self.paragraphs)
        picture = '<img alt="a > b" data-caption="<p>no</p>">' if self.number % 2 else ""
        program = '<script>if (a < b) { "</p>" }</script>'
        return f'<div class="x">{picture}{program}{body}<!-- <p>no</p> --></div>'

    def seconds(self, parts: int = 1) -> object:
        """Returns noon of the day as parts of a second since 1970."""
        day = self.day
        return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()) * parts if day else ABSENT


def named(story: Story, **more: object) -> object:
    """Returns the authors as objects."""
    return [{"name": name, **more} for name in story.authors] or ABSENT


def usual(story: Story) -> dict[str, object]:
    """Returns the fields to which most services give the same names."""
    return {"title": story.title, "url": story.url, "author": story.byline, "publishedAt": story.iso}


_names = st.tuples(
    st.sampled_from(["Quay", "Fen", "Harbour", "Inland"]), st.sampled_from(["Courier", "Gazette", "Post"])
)
_people = st.lists(st.sampled_from(["Marek Halden", "Mira Ulv", "Nan Corley"]), max_size=2, unique=True).map(tuple)
_sentences = st.lists(st.sampled_from(_WORDS), min_size=4, max_size=9).map(" ".join).map(str.capitalize)
_paragraphs = st.lists(_sentences.map("{}.".format), min_size=1, max_size=3).map(" ".join) | st.sampled_from(
    _TRAPS
).map("In the end {}.".format)
_texts = st.lists(_paragraphs, min_size=1, max_size=4).map(tuple)


@st.composite
def stories(draw: st.DrawFn) -> list[Story]:
    """Makes 1 to 40 stories, some without an outlet and a day."""
    few = draw(st.lists(st.tuples(_names.map(" ".join), _sentences, _people, _texts), min_size=1, max_size=4))
    day = draw(st.dates(date(2001, 9, 10), date(2030, 1, 1)))
    gaps = draw(st.booleans())
    made = []
    for number in range(draw(st.sampled_from([1, 1, 2, 3, 40]))):
        outlet, title, authors, texts = few[number % len(few)]
        bare = gaps and number % 3 == 1
        made.append(Story("" if bare else outlet, f"{title} {number}", None if bare else day, authors, texts, number))
    return made
