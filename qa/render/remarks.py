"""What was understood of a question beside its words, one remark each: for the terminal, for Markdown, for the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qa.query import written
from qa.question import NEWER_FIRST, Also, Filters, Order, Period, Question
from qa.render.conditions import condition_words
from qa.render.listing import inquiry_words
from qa.render.wording import counted, day, day_span


class Kind(StrEnum):
    """What of a question can be taken back, or asked in another way."""

    OUTLET = "outlet"  # that it names an outlet
    PHRASE = "phrase"  # that words are exact
    PERIOD = "period"  # that it names a day or period
    SPEAKER = "speaker"  # that it asks for somebody's words
    ORDER = "order"  # that it asks for the newest, or the first
    NEWER = "newer"  # that newer articles are preferred
    ALSO = "also"  # another form of its words
    INSTEAD = "instead"  # what a slip in exact words may stand for
    ONLY = "only"  # an outlet of the filters
    WITHOUT = "without"  # an outlet that the filters leave out
    AUTHOR = "author"  # that it names an author, or one of the filters
    SINCE = "since"
    UNTIL = "until"
    CONDITION = "condition"  # what articles must hold, or must not
    ALL_ARTICLES = "all-articles"  # that some are left out
    CARRIED = "carried"  # that it leans on the questions before
    ALL_OUTLETS = "all-outlets"
    ALL_DAYS = "all-days"
    ALL_WORDS = "all-words"
    ALL_AUTHORS = "all-authors"
    NARROW = "narrow"  # to one outlet
    DAYS = "days"  # to some days
    INQUIRY = "inquiry"  # that it is about the collection


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was understood.

    Attributes:
        words: What it says, such as ``"outlet: Quay Courier"``.
        kind: What kind of thing it is, for whoever takes it back.
        value: Which one of its kind; empty when there is only one.
    """

    words: str
    kind: Kind
    value: str = ""


def remarks(question: Question) -> tuple[Remark, ...]:
    """Says how a question was read, wherever that is more than its own words."""
    inquiry = question.inquiry

    def said(words: str, value: str) -> str:
        return f"carried over: {words}" if value in question.inherited else words

    return (
        *((Remark(inquiry_words(inquiry), Kind.INQUIRY, inquiry.put),) if inquiry else ()),
        *(Remark(said(f"outlet: {name}", name), Kind.OUTLET, name) for name in question.outlets),
        *(Remark(said(f"author: {name}", name), Kind.AUTHOR, name) for name in question.authors),
        *(
            Remark(said(f"words of: {speaker.name}", speaker.name), Kind.SPEAKER, speaker.name)
            for speaker in filter(None, [question.speaker])
        ),
        *(Remark(f"exact words: “{phrase}”", Kind.PHRASE, phrase) for phrase in question.phrases),
        *(
            Remark(said(f"period: {period_words(period)}", period.words), Kind.PERIOD, period.words)
            for period in question.periods
        ),
        *(
            Remark(said(_order_words(order), order.words), Kind.ORDER, order.words)
            for order in filter(None, [question.order])
        ),
        *((Remark("newer counts more", Kind.NEWER, NEWER_FIRST),) if question.newer_from else ()),
        *(Remark(_also_words(also), Kind.ALSO, also.other) for also in _by_other(question.also)),
        *filter_remarks(question.filters),
        *(Remark(f"carried over: {words}", Kind.CARRIED, words) for words in question.carried),
    )


def period_words(period: Period) -> str:
    """Says which days a period was taken for, such as ``"last week: 2–10 March 2026"``."""
    if period.first and period.last:
        days = day_span([period.first, period.last])
    else:
        days = f"until {day(period.last)}" if period.last else f"from {day(period.first)}"
    counted = ", counted from the newest article" if period.counted_from else ""
    other = f", not {day(period.or_else)}" if period.or_else else ""
    return f"{period.words}: {days}{counted}{other}"


def _order_words(order: Order) -> str:
    return f"{'newest' if order.newest else 'oldest'} first: {order.words}"


def _by_other(also: Iterable[Also]) -> Iterable[Also]:
    """Returns each other form once: two words of a question may have the same."""
    return {one.other: one for one in also}.values()


def _also_words(also: Also) -> str:
    return f"searching for “{also.other}” too" if also.why == "slip" else f"also: {also.other}"


def offers(question: Question) -> tuple[Remark, ...]:
    """Says what slips in exact words may stand for; it is not searched for before that is asked for."""
    return tuple(
        Remark(f"“{one.other}” for “{one.words}”, which no article has", Kind.INSTEAD, f"{one.words}\t{one.other}")
        for one in question.instead
    )


def filter_remarks(filters: Filters) -> tuple[Remark, ...]:
    """Says what the user fixed."""
    left_out = counted(len(filters.exclude), "article")
    return (
        *(Remark(f"only {outlet}", Kind.ONLY, outlet) for outlet in filters.outlets),
        *(Remark(f"without {outlet}", Kind.WITHOUT, outlet) for outlet in filters.without_outlets),
        *(Remark(f"author: {author}", Kind.AUTHOR, author) for author in filters.authors),
        *((Remark(f"from {day(filters.since)}", Kind.SINCE),) if filters.since else ()),
        *((Remark(f"until {day(filters.until)}", Kind.UNTIL),) if filters.until else ()),
        *(Remark(condition_words(one), Kind.CONDITION, written(one)) for one in filters.conditions),
        *((Remark(f"{left_out} left out", Kind.ALL_ARTICLES),) if filters.exclude else ()),
    )
