"""Questions to begin with, made of the headlines that are there; none is offered that is not answered."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.article import UNKNOWN_OUTLET
from index.catalog import ArticleSummary
from page.desk import Answers
from qa.answer import Answer
from qa.conversation import Conversation
from qa.passage import Citation

OFFERED = 4
NEXT, TRIED_NEXT = 2, 4  # questions to go on with, and those tried to find them
TRIED = 24  # questions asked at most to find them
_FEW, _LONGEST = 4, 90  # words and characters of a headline that reads well inside a question
_RARE = 8  # a word in more headlines than this tells no story apart
_APART = 7  # days between two reports of one story
_WORD = re.compile(r"\w{4,}")


def example_questions(answers: Answers) -> tuple[str, ...]:
    """Returns questions that the articles answer, most of them on what several outlets report.

    Args:
        answers: Gives the headlines and tries the questions.
    """
    offered: list[str] = []
    outlets: list[str] = []
    for asked, article in _candidates([one for one in answers.summaries() if _reads_well(one)]):
        # A question each for as many outlets as there are, before any comes twice.
        if asked in offered or outlets.count(article.outlet) > len(offered) // max(1, len(answers.outlets())):
            continue
        answer = answers.ask(asked)
        if answer.found and any(passage.citation.article_id == article.article_id for passage in answer.passages):
            offered.append(asked)
            outlets.append(article.outlet)
        if len(offered) == OFFERED:
            break
    return tuple(offered)


def next_questions(answer: Answer, answers: Answers) -> tuple[str, ...]:
    """Returns questions to go on with: what one outlet of an answer says about the headline of another.

    Args:
        answer: What was just answered; nothing is offered where nothing was found.
        answers: Tries the questions, as follow-ups.
    """
    cited: dict[str, Citation] = {}
    for passage in answer.passages if answer.found else ():
        cited.setdefault(passage.citation.outlet, passage.citation)
    pairs = [(outlet, other.title) for other in cited.values() for outlet in cited if other.outlet != outlet]
    offered: list[str] = []
    for outlet, title in [pair for pair in pairs if pair[0] != UNKNOWN_OUTLET and _is_plain(pair[1])][:TRIED_NEXT]:
        asked = _question(outlet, title)
        follows = answers.ask(asked, Conversation((answer,)))
        says = any(passage.citation.outlet == outlet for passage in follows.passages)
        if follows.found and says and asked != answer.question.asked and len(offered) < NEXT:
            offered.append(asked)
    return tuple(dict.fromkeys(offered))


def _candidates(articles: Sequence[ArticleSummary]) -> Iterator[tuple[str, ArticleSummary]]:
    """Yields questions with the article that should answer each, stories of several outlets first."""
    shared = [(_question(one.outlet, other.title), one) for one, other in _pairs(articles)]
    alone = [(_question(one.outlet, one.title), one) for one in articles]
    yield from (shared[:TRIED] + alone)[:TRIED]


def _pairs(articles: Sequence[ArticleSummary]) -> list[tuple[ArticleSummary, ArticleSummary]]:
    """Returns pairs of articles of two outlets on one story, those first whose headlines share most rare words."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for word in set(_WORD.findall(article.title.casefold())):
            by_word[word].append(number)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in by_word.values():
        for one in numbers if len(numbers) <= _RARE else ():
            for other in numbers:
                common[one, other] += 1
    alike = sorted(((count, -one, -other) for (one, other), count in common.items() if count > 1), reverse=True)
    pairs = [(articles[-one], articles[-other]) for _, one, other in alike]
    return [(one, other) for one, other in pairs if one.outlet != other.outlet and _near(one, other)]


def _near(one: ArticleSummary, other: ArticleSummary) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= _APART


def _reads_well(article: ArticleSummary) -> bool:
    return article.outlet != UNKNOWN_OUTLET and _is_plain(article.title)


def _is_plain(title: str) -> bool:
    """Says whether a headline can stand inside a question."""
    return len(title) <= _LONGEST and len(title.split()) >= _FEW and not re.search(r"[\n?!\"“”:|]", title)


def _question(outlet: str, title: str) -> str:
    return f"What does {outlet} say about {title.strip().rstrip('.…')}?"
