"""What is told of words that a question quotes: where they stand, or in what the nearest wording differs."""

from collections.abc import Iterator

from qa.answer import Answer
from qa.render.wording import counted, day, outlet_names
from qa.speech.said import Difference, Differs, Said, Statement

COMPARED = "Not compared: capitals, accents, punctuation, dashes, spaces."
_IN = {
    Differs.NUMBER: "in a number",
    Differs.NEGATION: "in a negation",
    Differs.DATE: "in a date",
    Differs.NAME: "in a name",
    Differs.WORDS: "in words",
}


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
