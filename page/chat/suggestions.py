"""What to ask, taken from the articles: whom they quote, their headlines, their outlets; all of it is answered."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from corpus.article import UNKNOWN_OUTLET
from index.catalog.summary import ArticleSummary
from page.session.session import Example
from qa.answer import Answer, Conversation, Verdict
from qa.answerer import Answerer
from qa.ask import Ask
from qa.query import is_plain
from qa.render.wording import counted, day_span
from qa.speech import find_quotations

OFFERED = 4
_LOOKED_AT = 2000  # articles, the newest, whose headlines are compared
TRIED = 24  # questions asked at most to find them
NEXT, TRIED_NEXT = 3, 3  # the same after an answer; of outlets and of headlines each
DEEPER = 20  # passages among which the outlets are that were not quoted
_FEW, _LONGEST = 4, 110  # words and characters of a headline that tells what it is about
_RARE = 8  # a word in more headlines than this tells no story apart
_APART = 7  # days between two reports of one story
_OFTEN = 2  # times that an article names what it is about, at the least
_WORD = re.compile(r"\w{4,}")
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,2}")
_NAME = re.compile(r"(?<=[a-z,:] )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?![\w'’-]| [A-Z])")
# Headlines of what sells or is renewed by the hour: nobody would begin with them.
_SOLD = re.compile(
    r"(?i)\b(?:best|deals?|black friday|cyber monday|promos?|bonus(?:es)?|sportsbooks?|betting|odds|picks|coupons?"
    r"|gifts?|how to watch|where to watch|live|tracker|rumou?rs|sales?|discounts?|off|cheap(?:est)?|buy|reviews?"
    r"|predictions?|fantasy|horoscope|crossword|wordle|quiz)\b|[$£€]\d"
)


def article_examples(answers: Answerer) -> tuple[Example, ...]:
    """Returns questions to begin with, each of another story, those first that several outlets report.

    Where an article quotes somebody by name, it is asked what he said; of another its headline is the question.

    Args:
        answers: Gives the articles and tries the questions.
    """
    offered: list[Example] = []
    told: set[str] = set()
    newest = [one for one in answers.articles(rows=_LOOKED_AT) if _is_plain(one.title) and not _SOLD.search(one.title)]
    for article in _candidates(newest)[:TRIED]:
        if article.article_id in told:
            continue
        question = _on_speaker(article, answers) or article.title
        answer = answers.answer(Ask(question))
        cited = {passage.citation.article_id for passage in answer.matching}
        if answer.verdict is Verdict.ANSWERS and article.article_id in cited:
            offered.append(Example(question, _about(answer)))
            told |= cited
        if len(offered) == OFFERED:
            break
    return tuple(offered)


def _on_speaker(summary: ArticleSummary, answers: Answerer) -> str:
    """Returns a question for the words of whoever an article quotes most; empty where it quotes nobody by full name."""
    article = answers.article(summary.article_id)
    said = find_quotations(article.text) if article else []
    speakers = Counter(one.speaker for one in said if one.direct and _FULL_NAME.fullmatch(one.speaker))
    if article is None or not speakers:
        return ""
    speaker = speakers.most_common(1)[0][0]
    topics = (name for name in _NAME.findall(article.title) if not {*name.split()} & {*speaker.split()})
    topic = next((name for name in topics if article.text.count(name) >= _OFTEN), "")
    return f"What did {speaker} say about {topic}?" if topic else f"What did {speaker} say?"


def answered_examples(questions: Iterable[str]) -> Callable[[Answerer], tuple[Example, ...]]:
    """Returns what offers some questions, those that are answered."""

    def examples(answers: Answerer) -> tuple[Example, ...]:
        tried = ((question, answers.answer(Ask(question))) for question in questions)
        return tuple(
            Example(question, _about(answer)) for question, answer in tried if answer.verdict is Verdict.ANSWERS
        )

    return examples


def next_questions(answer: Answer, answers: Answerer) -> tuple[str, ...]:
    """Returns what to go on with: an outlet that is not quoted yet, and headlines of articles that are.

    Args:
        answer: What was just answered, or may have been; nothing is offered where nothing was found.
        answers: Tries the questions, as follow-ups.
    """
    if not answer.found:
        return ()
    cited = [passage.citation for passage in answer.matching]
    known = {cited[0].title, answer.question.asked}
    titles = dict.fromkeys(one.title for one in cited if one.title not in known and _is_plain(one.title))
    before = Conversation().with_answer(answer)
    headlines = [title for title in [*titles][:TRIED_NEXT] if _is_answered(Ask(title, before), answers)]
    return (*_silent_outlet(answer, answers), *headlines)[:NEXT]


def _silent_outlet(answer: Answer, answers: Answerer) -> tuple[str, ...]:
    """Returns a question to the outlet whose passages come next, if it alone answers as well."""
    question = answer.question
    if question.filters.outlets or question.carried or question.inquiry:
        return ()
    shown = {row.outlet for row in answer.outlets if row.passages} | {UNKNOWN_OUTLET}
    deeper = answers.answer(Ask(question.asked, filters=question.filters, limit=DEEPER)).matching
    silent = dict.fromkeys(passage.citation.outlet for passage in deeper if passage.citation.outlet not in shown)
    for outlet in [*silent][:TRIED_NEXT]:
        if _is_answered(Ask(question.asked, filters=replace(question.filters, outlets=(outlet,))), answers):
            return (f"And what does {outlet} say?",)
    return ()


def _is_answered(ask: Ask, answers: Answerer) -> bool:
    return answers.answer(ask).found


def _about(answer: Answer) -> str:
    citations = [passage.citation for passage in answer.matching]
    days: list[date] = [one.published for one in citations if one.published]
    outlets = counted(len({one.outlet for one in citations}), "outlet")
    return ", ".join(part for part in (outlets, day_span(days)) if part)


def _candidates(newest: Sequence[ArticleSummary]) -> list[ArticleSummary]:
    """Returns articles in the order to try them: stories of several outlets, then all, the newest first."""
    return list({one.article_id: one for one in (*_shared(newest), *newest)}.values())


def _shared(articles: Sequence[ArticleSummary]) -> list[ArticleSummary]:
    """Returns articles on a story that another outlet reports, those first whose headlines share most rare words."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for word in set(_WORD.findall(article.title.casefold())):
            by_word[word].append(number)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in by_word.values():
        for one in numbers if len(numbers) <= _RARE else ():
            for other in numbers:
                common[one, other] += 1
    alike = sorted(((-count, one, other) for (one, other), count in common.items() if count > 1))
    return [articles[one] for _, one, other in alike if _tell_one_story(articles[one], articles[other])]


def _tell_one_story(one: ArticleSummary, other: ArticleSummary) -> bool:
    if one.outlet == other.outlet or one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= _APART


def _is_plain(title: str) -> bool:
    """Says whether a headline can be asked as it stands: quotation marks and operators would mean something else."""
    if re.search(r"[\n|]", title) or not is_plain(title):
        return False
    return len(title) <= _LONGEST and len(title.split()) >= _FEW
