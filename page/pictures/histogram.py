"""A histogram of days by outlet as HTML: a pure function of the counts, one element without line breaks.

It is drawn without a view box: places from left to right are shares of the width, heights are pixels. So it fits any
column, and nothing in it is distorted.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from page.html import render
from page.html.colours import outlet_colour
from qa.collection.histogram import Histogram, Step
from qa.render.wording import counted, day, day_span

HEIGHT = 96  # pixels of the fullest bar
_LOWEST = 2  # pixels of a bar that holds anything
_NAMED = 8  # outlets with a colour of their own in one picture; more cannot be told apart
HINT = "Drag over the bars to see their days alone."
_FILLED = 0.86  # share of the place of a bar that it fills


@dataclass(frozen=True, slots=True)
class Part:
    """The articles of one outlet, or of all others, in a bar.

    Attributes:
        outlet: Display name; empty for the other outlets.
        articles: How many.
        y: Its upper edge, in pixels from the top of the picture.
        height: In pixels.
    """

    outlet: str
    articles: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One span of days.

    Attributes:
        since: Its first day.
        until: Its last day.
        words: The same as people write it.
        ends: How a longer span is written that begins with it, and one that ends with it.
        shares: Each outlet that has any articles then, with their number, those with most in the whole time first.
        place: Its left edge, in percent of the width.
        x: The left edge of what is drawn of it.
        width: The width of that.
        parts: What is drawn, from the bottom up.
    """

    since: date
    until: date
    words: str
    ends: tuple[str, str]
    shares: tuple[tuple[str, int], ...]
    place: float
    x: float
    width: float
    parts: tuple[Part, ...]

    @property
    def articles(self) -> int:
        """How many articles it holds."""
        return sum(number for _, number in self.shares)

    @property
    def each(self) -> str:
        """Says how many articles each outlet has."""
        return ", ".join(f"{outlet} {number:,}" for outlet, number in self.shares)

    @property
    def title(self) -> str:
        """Says all of it, for whoever points at it."""
        return f"{self.words}: {counted(self.articles, 'article')}" + (f" ({self.each})" if self.shares else "")


def histogram_to_html(histogram: Histogram, outlets: Sequence[str], caption: str) -> Markup:
    """Returns the picture, with all of it in a table, too.

    Days that are chosen in it, by pointer or by keys, its element tells as an event `dateline:days`; see narrow.js.

    Args:
        histogram: What is drawn.
        outlets: Every outlet of the index that has a colour, in order.
        caption: Which articles were counted.

    Returns:
        One ``figure``.
    """
    named = _named(histogram, outlets)
    drawn = list(bars(histogram, {outlet for outlet, _ in named}))
    others = [number for outlet, number in histogram.outlets if (outlet, number) not in named]
    return render(
        "pictures/histogram.html",
        bars=drawn,
        share=100 / max(1, len(drawn)),
        height=HEIGHT,
        outlets=outlets,
        named=named if len(histogram.outlets) > 1 else (),
        others=(len(others), sum(others)) if others else (),
        caption=caption,
        about=_about(histogram, drawn),
        below=_below(drawn),
        hint=HINT,
    )


def bars(histogram: Histogram, named: Collection[str] = ()) -> Iterator[Bar]:
    """Gives the bars of a histogram from left to right, also those without an article.

    Args:
        histogram: What is drawn.
        named: The outlets that are told apart.
    """
    spans = [(since, until, tuple(_shares(histogram, since))) for since, until in histogram.spans()]
    most = max((sum(number for _, number in shares) for _, _, shares in spans), default=0)
    share = 100 / max(1, len(spans))
    for number, (since, until, shares) in enumerate(spans):
        yield Bar(
            since=since,
            until=until,
            words=span_words(histogram.step, since, until),
            ends=_ends(histogram.step, since, until),
            shares=shares,
            place=number * share,
            x=number * share + share * (1 - _FILLED) / 2,
            width=share * _FILLED,
            parts=tuple(_parts(shares, most, named)),
        )


def span_words(step: Step, since: date, until: date) -> str:
    """Returns a span of days as people write it: "March 2026"."""
    match step:
        case Step.MONTH:
            return f"{since:%B} {since.year}"
        case Step.YEAR:
            return str(since.year)
        case Step.DECADE:
            return f"{since.year}–{until.year}"
        case _:
            return day_span([since, until])


def _ends(step: Step, since: date, until: date) -> tuple[str, str]:
    if step in (Step.DAY, Step.WEEK):
        return day(since), day(until)
    if step is Step.DECADE:
        return str(since.year), str(until.year)
    return (span_words(step, since, until),) * 2


def _shares(histogram: Histogram, since: date) -> Iterator[tuple[str, int]]:
    for outlet, _ in histogram.outlets:
        if number := histogram.counts.get((outlet, since), 0):
            yield outlet, number


def _named(histogram: Histogram, outlets: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Returns the outlets with most articles that have a colour which none before them has."""
    named: dict[str, tuple[str, int]] = {}
    for outlet, number in histogram.outlets:
        named.setdefault(outlet_colour(outlet, outlets), (outlet, number))
    return tuple(named.values())[:_NAMED]


def _parts(shares: Sequence[tuple[str, int]], most: int, named: Collection[str]) -> Iterator[Part]:
    drawn = [(outlet, number) for outlet, number in shares if outlet in named]
    if others := sum(number for outlet, number in shares if outlet not in named):
        drawn.append(("", others))
    total = sum(number for _, number in drawn)
    bottom, high = float(HEIGHT), max(_LOWEST, HEIGHT * total / most) if total else 0
    for outlet, number in drawn:
        height = high * number / total
        bottom -= height
        yield Part(outlet, number, bottom, height)


def _about(histogram: Histogram, drawn: Sequence[Bar]) -> str:
    """Says how the picture is to be read, and what is not in it."""
    if not drawn:
        return "None of them has a date." if histogram.undated else ""
    fullest = max(drawn, key=lambda bar: bar.articles)
    bar = f"A bar is a {histogram.step.value}"
    lines = [f"{bar}, the fullest {fullest.words} with {counted(fullest.articles, 'article')}."]
    if histogram.undated:
        verb = "has no date and is" if histogram.undated == 1 else "have no date and are"
        lines.append(f"{counted(histogram.undated, 'article')} {verb} not drawn.")
    return " ".join(lines)


def _below(drawn: Sequence[Bar]) -> tuple[str, ...]:
    """Returns the days below the picture: at its left, in its middle where a bar stands there, at its right."""
    if len(drawn) < 2:
        return tuple(bar.words for bar in drawn)
    middle = (drawn[len(drawn) // 2].ends[0],) if len(drawn) % 2 and len(drawn) > 4 else ()
    return (drawn[0].ends[0], *middle, drawn[-1].ends[1])
