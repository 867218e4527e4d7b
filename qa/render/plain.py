"""Plain text for the terminal and for Markdown: what introduces an answer, and article text made safe to print."""

import re
from collections.abc import Iterator

from qa.answer import Answer, Verdict
from qa.arrangement import By
from qa.compare import Comparison
from qa.question import Question
from qa.render.conditions import condition_words
from qa.render.listing import lead_line, more_lines
from qa.render.remarks import filter_remarks, remarks
from qa.render.wording import CAUTION, VERDICTS, counted, day, heading, lead, outlet_names, silence
from qa.speech.said import Difference, Differs, Said, Statement

COMPARED = "Not compared: capitals, accents, punctuation, dashes, spaces."
_IN = {
    Differs.NUMBER: "in a number",
    Differs.NEGATION: "in a negation",
    Differs.DATE: "in a date",
    Differs.NAME: "in a name",
    Differs.WORDS: "in words",
}

# Controls that could move the cursor or recolour the screen (C0, DEL, C1), separators that only some programs break a
# line at, marks that reorder the letters around them, and lone surrogates, which no encoding can write.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Replaces every character that could act on a terminal, one for one, so that offsets stay true.

    Args:
        text: Any text; line breaks are kept, a tab becomes a space.

    Returns:
        A text of the same length.
    """
    return _UNPRINTABLE.sub("�", text.replace("\t", " "))


def one_line(text: str) -> str:
    """Returns the text as one printable line."""
    return printable(" ".join(text.split()))


def opening(answer: Answer) -> tuple[str, ...]:
    """Says what was found, without claiming more than the passages show.

    Returns:
        The line above everything, what else there is to know of a list of articles, and, where it is not sure that the
        articles answer, or sure that they do not, one that says what that is worth.
    """
    unread = (f"The passages were not read by the model: {answer.not_reranked}.",) if answer.not_reranked else ()
    if listing := answer.listing:
        listed = (lead_line(listing), *more_lines(listing))
        return listed if listing.is_exact else (*listed, *unread, *_of_passages(answer)[0 if answer.found else 1 :])
    first, *more = _of_passages(answer)
    return (first, *unread, *_arranged(answer), *more)


def _arranged(answer: Answer) -> Iterator[str]:
    if answer.arrangement.by is not By.BEST:
        yield f"Of the best matches, the {answer.arrangement.by.value} first."
    if answer.arrangement.one_per_article:
        yield "One passage per article."


def _of_passages(answer: Answer) -> tuple[str, ...]:
    if answer.found:
        caution = CAUTION if answer.verdict is Verdict.MAY else ""
        return tuple(filter(None, (f"{lead(answer)}.", caution, silence(answer))))
    if answer.silent and answer.matching and not answer.is_narrowed:
        return (silence(answer), "What others have:")
    searched = f"Searched {_searched(answer)}." + ("" if answer.passages else " Nothing in them comes near it.")
    lines = (silence(answer) or f"{VERDICTS[answer.verdict]}.", searched)
    return (*lines, *((f"No article meets all of it: {met_words(answer)}.",) if answer.met else ()))


def comparison_opening(comparison: Comparison) -> str:
    """Says which outlets have something, or that what follows is no answer."""
    answer = comparison.answer
    if answer.met:
        return f"{VERDICTS[Verdict.NO]}. No article meets all of it: {met_words(answer)}."
    return heading(comparison)


def met_words(answer: Answer) -> str:
    """Says how many articles meet each condition where none meets all, such as ``"ferry: 2 articles; zebra: none"``."""
    return "; ".join(
        f"{condition_words(condition).removeprefix('with: ')}: {counted(articles, 'article') if articles else 'none'}"
        for condition, articles in answer.met
    )


def understood(question: Question) -> str:
    """Says how a question was read, in one line; empty where it was read as its own words."""
    said = [remark.words for remark in remarks(question)]
    return f"Understood: {'; '.join(said)}" if said else ""


def silent_outlets(answer: Answer) -> tuple[str, ...]:
    """Names the outlets of the index that no passage that matches is from; a list of articles names them itself."""
    if answer.listing:
        return ()
    return tuple(coverage.outlet for coverage in answer.outlets if not coverage.passages)


def _searched(answer: Answer) -> str:
    """Returns what was searched, such as ``"12 articles from 5 outlets, only Quay Courier"``."""
    articles = sum(coverage.articles for coverage in answer.outlets)
    scope = f"{counted(articles, 'article')} from {counted(len(answer.outlets), 'outlet')}"
    return ", ".join((scope, *(remark.words for remark in filter_remarks(answer.question.filters))))


def said_line(said: Said, answer: Answer) -> str:
    """Says whether quoted words stand in the articles, in how many, and where first."""
    if not said.stands:
        everything = sum(one.articles for one in answer.outlets)
        whose = f"your {counted(everything, 'article')}"
        searched = whose if said.searched == everything else f"the {counted(said.searched, 'article')} searched"
        return f"These words stand in none of {searched}: “{said.asked}”."
    outlets = outlet_names([share.name for share in said.outlets])
    where = counted(said.articles, "article") if said.articles else ""
    headlines = f"the headline of {counted(said.headlines, 'article')} alone" if said.headlines else ""
    places = " and in ".join(filter(None, (where, headlines)))
    of = counted(len(said.outlets), "outlet")
    first = f", first on {day(said.day)}" if said.day else ""
    return f"These words stand word for word in {places} of {of} ({outlets}){first}: “{said.asked}”."


def nearest_line(nearest: Statement) -> str:
    """Says in what the nearest wording differs from what was asked for."""
    return f"The nearest wording differs {'; '.join(map(_difference, nearest.differences))}."


def _difference(one: Difference) -> str:
    if not one.given:
        words = f"without “{one.asked}”"
    elif not one.asked:
        words = f"with “{one.given}” added"
    else:
        words = f"“{one.given}”, not “{one.asked}”"
    return f"{_IN[one.differs]}: {' '.join(words.split())}"


def speaker_line(statement: Statement) -> str:
    """Says whom the article names as the speaker; empty where it does not."""
    return f"Named there as the speaker: {statement.speaker}." if statement.naming else ""


def statements(answer: Answer) -> Iterator[tuple[Said, Statement | None, tuple[str, ...]]]:
    """Gives what is told of each wording, with what is quoted of it and the lines above that."""
    for said in answer.said:
        statement = said.first or said.nearest
        lines = (
            said_line(said, answer),
            nearest_line(said.nearest) if said.nearest else "",
            speaker_line(statement) if statement else "",
        )
        yield said, statement, tuple(filter(None, lines))
