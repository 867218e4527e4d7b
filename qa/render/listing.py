"""The words that introduce a list of articles: how many, how they were compared, of whom. No verdict, no summary."""

from collections.abc import Iterator
from datetime import date

from qa.listing import Listing, Share, Sought
from qa.question import Asks, Inquiry
from qa.render.wording import counted, day, day_span

NO_SUMMARY = "Dateline writes no summaries: these are the articles, each with a sentence of its own."
IN_ANY_FORM = "All of the words, in any form and place:"
_AND = {False: "and", True: "or"}
_NAMED_AUTHORS = 20
_NAMED = 8  # outlets without any that are named; more names than this say less than their number


def lead_line(listing: Listing) -> str:
    """Says how many articles there are, in the way that was asked."""
    if not listing.inquiry.words:
        return f"{_all_words(listing)}."
    counts, wanted = listing.counts, sought_words(listing.sought)
    if not counts.word_for_word:
        return f"No article holds {wanted}."
    if not counts.articles:
        return f"No text holds {wanted}, but {_holding(counts.headline)} it in the headline."
    apart = f" ({counts.independent:,} apart from copies)" if counts.independent < counts.articles else ""
    holding = f"{_holding(counts.articles)} {wanted}{apart}"
    if listing.inquiry.asks is Asks.SILENT:
        others = counted(len(listing.outlets), "other")
        return f"{counted(len(listing.silent), 'outlet')} without any: {holding} in {others}."
    forms = {
        Asks.OFTEN: f"{counted(counts.mentions, 'time')} in the texts: {holding}",
        Asks.OUTLETS: f"{counted(len(listing.outlets), 'outlet')}: {holding}",
        Asks.AUTHORS: f"{counted(len(listing.authors), 'author')}: {holding}",
        Asks.FIRST: f"{_end('Earliest', listing)}: {holding}",
        Asks.LAST: f"{_end('Latest', listing)}: {holding}",
    }
    return f"{forms.get(listing.inquiry.asks, holding)}."


def more_lines(listing: Listing) -> Iterator[str]:
    """Says what else there is to know of the count: each line only where it is so."""
    counts, sought = listing.counts, listing.sought
    if counts.articles and counts.headline:
        yield f"{counts.headline:,} more {_hold(counts.headline)} it in the headline alone."
    if counts.word_for_word and sought.phrases:
        yield _compared(listing)
    if counts.forms:
        more = f"{counts.forms:,} more {_hold(counts.forms)}" if counts.word_for_word else _holding(counts.forms)
        last = "; they are listed last" if counts.word_for_word else ""
        yield f"{more} all of the words, in any form and place: {', '.join(sought.forms)}{last}."
    if scope := _scope(listing.inquiry):
        undated = f"; {counts.undated:,} without a date left out" if counts.undated else ""
        yield f"Looked at: {counted(counts.searched, 'article')} {scope}{undated}."
    if listing.inquiry.asks is Asks.SUMMARY and counts.listed:
        yield NO_SUMMARY
    if listing.inquiry.asks is Asks.AUTHORS and listing.authors:
        unsigned = f"; {counted(listing.unsigned, 'article')} without a name" if listing.unsigned else ""
        unnamed = len(listing.authors) - _NAMED_AUTHORS
        others = f" and {counted(unnamed, 'other')}" if unnamed > 0 else ""
        yield f"By {_shares(listing.authors[:_NAMED_AUTHORS])}{others}{unsigned}."


def outlets_line(listing: Listing) -> str:
    """Names the outlets with the number of articles of each; empty where there are none."""
    return f"Outlets: {_shares(listing.outlets)}." if listing.outlets else ""


def silent_line(listing: Listing) -> str:
    """Names the outlets that were looked at and have none; empty where there are none, or no words were asked for."""
    if not listing.silent or not listing.inquiry.words or not listing.counts.word_for_word:
        return ""
    most = len(listing.silent) if listing.inquiry.asks is Asks.SILENT else _NAMED
    named = ", ".join(listing.silent[:most])
    more = len(listing.silent) - most
    return f"None of {named}" + (f" and {counted(more, 'more outlet')}." if more > 0 else ".")


def sought_words(sought: Sought) -> str:
    """Returns the words that a list was asked for, in quotation marks."""
    *others, last = [f"“{phrase}”" for phrase in sought.phrases]
    if not others:
        return last
    both = "both " if len(others) == 1 and not sought.either else ""
    return f"{both}{', '.join(others)} {_AND[sought.either]} {last}"


def shown_line(listing: Listing) -> str:
    """Says which rows of how many are shown; empty where all are."""
    shown = len(listing.rows)
    if shown == listing.counts.listed:
        return ""
    if not shown:
        return f"The list ends with number {listing.counts.listed:,}."
    return f"Shown: {listing.start + 1:,}–{listing.start + shown:,} of {listing.counts.listed:,}."


def inquiry_words(inquiry: Inquiry) -> str:
    """Says what was understood of a question about the collection."""
    by = f" by {', '.join(inquiry.authors)}" if inquiry.authors else ""
    without = f" without {', '.join(inquiry.without_outlets)}" if inquiry.without_outlets else ""
    mention = f" that mention {inquiry.words}" if inquiry.words else ""
    return f"counted: {'' if mention or by else 'all '}articles{by}{without}{mention}"


def _all_words(listing: Listing) -> str:
    counts, outlets = listing.counts, counted(len(listing.outlets), "outlet")
    if not counts.articles:
        return "No article"
    apart = f" ({counts.independent:,} apart from copies)" if counts.independent < counts.articles else ""
    days = day_span(one for one in (listing.first, listing.last) if one)
    number = f"{counted(counts.articles, 'article')}{apart}"
    if listing.inquiry.asks is Asks.OUTLETS:
        return f"{outlets}: {number}" + (f", {days}" if days else "")
    return f"{number} from {outlets}" + (f", {days}" if days else "")


def _holding(number: int) -> str:
    return f"{counted(number, 'article')} {_hold(number)}"


def _hold(number: int) -> str:
    return "holds" if number == 1 else "hold"


def _end(which: str, listing: Listing) -> str:
    at = listing.first if which == "Earliest" else listing.last
    if at is None:
        return f"{which}: date unknown"
    outlets = dict.fromkeys(row.quote.citation.outlet for row in listing.rows if row.quote.citation.published == at)
    return f"{which}: {day(at)}" + (f", {', '.join(outlets)}" if outlets and not listing.start else "")


def _compared(listing: Listing) -> str:
    counts, sought = listing.counts, listing.sought
    if sought.capitals:
        words = f"Counted word for word, {', '.join(sought.capitals)} in capitals alone"
        if counts.other_case:
            return f"{words}; {counted(counts.other_case, 'article')} with small letters not counted."
        return f"{words}."
    words = "Counted word for word, capitals and small letters alike"
    return f"{words} ({counts.other_case:,} of these only with other capitals)." if counts.other_case else f"{words}."


def _scope(inquiry: Inquiry) -> str:
    outlets = f"of {', '.join(inquiry.outlets)}" if inquiry.outlets else ""
    without = f"without {', '.join(inquiry.without_outlets)}" if inquiry.without_outlets else ""
    authors = f"by {', '.join(inquiry.authors)}" if inquiry.authors else ""
    periods = (_days(period.first, period.last) for period in inquiry.periods)
    return ", ".join(filter(None, (outlets, without, authors, " and ".join(periods))))


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return day_span([first, last])
    return f"until {day(last)}" if last else f"from {day(first)}"


def _shares(shares: tuple[Share, ...]) -> str:
    return ", ".join(f"{share.name} {share.articles:,}" for share in shares)
