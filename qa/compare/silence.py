"""Whether those whom a question asks for have anything on what it asks.

An outlet has something where a passage of it matches, as in the view of the outlets: one notion for both.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.article import Article
from qa.answer import Silent, Verdict, coverage
from qa.compare.matching import Match, find_matches
from qa.find.found import Found
from qa.language.terms import is_long
from qa.passage import Citation, Passage
from qa.question import Question

Search = Callable[[Question], Found]


def with_silence(found: Found, search: Search) -> Found:
    """Notes who of those that are asked for has nothing, where others have something.

    Args:
        found: What the search found.
        search: Searches for a question, for what others have.

    Returns:
        The same with those names in the answer. Where nobody who is named has anything, it is not found, and the
        passages are those of others, which may match for all that. What the user fixed by a filter stays fixed: there,
        others are only named.
    """
    question, filters = found.answer.question, found.answer.question.filters
    named = _named(question)
    if named:
        return _among_named(found, named, search)
    asked = (*(Silent(name, 0) for name in filters.outlets), *(Silent(name, 0, True) for name in filters.authors))
    return _among_filtered(found, asked, search) if asked else found


def _named(question: Question) -> tuple[Silent, ...]:
    """Returns whom a question names, where it asks for more than their articles.

    In a long one each is named for a part of it, in which much stands that is of another part.
    """
    if question.subject == question.text or is_long(question.subject):
        return ()
    only = question.filters.outlets
    outlets = (name for name in question.outlets if not only or name in only)
    return (*(Silent(name, 0) for name in outlets), *(Silent(name, 0, True) for name in question.authors))


def _among_named(found: Found, named: Sequence[Silent], search: Search) -> Found:
    near = find_matches(found)
    silent = [one for one in named if not _has(one, near)]
    if len(silent) < len(named):
        return _noted(found, silent, near) if silent and found.answer.found else found
    wide = search(replace(found.answer.question, facets=(), authors=()))
    if not wide.answer.found:
        return found
    near = find_matches(wide)
    others = tuple(_of_others(wide.answer.passages, silent, near))
    answer = replace(
        wide.answer,
        question=found.answer.question,
        passages=others,
        outlets=coverage(others, {row.outlet: row.articles for row in wide.answer.outlets}),
        verdict=Verdict.NO,
        confidence=0.0,
    )
    return _noted(replace(wide, answer=answer, vectors=found.vectors), silent, near)


def _of_others(
    passages: Iterable[Passage], silent: Sequence[Silent], near: Mapping[str, Sequence[Match]]
) -> Iterator[Passage]:
    bearing = {(one.chunk.article_id, one.chunk.start) for matches in near.values() for one in matches if one.matches}
    for passage in passages:
        if not any(_is_of(passage.citation, name) for name in silent):
            place = passage.citation.article_id, passage.citation.start
            yield replace(passage, matches=passage.matches or place in bearing)


def _among_filtered(found: Found, asked: Sequence[Silent], search: Search) -> Found:
    if found.answer.found:
        near = find_matches(found) if len(asked) > 1 else {}
        silent = [one for one in asked if not _has(one, near)] if near else []
        return _noted(found, silent, {}) if silent else found
    question = found.answer.question
    wide = search(replace(question, filters=replace(question.filters, outlets=(), authors=())))
    near = find_matches(wide) if wide.answer.found else {}
    silent = [one for one in asked if near and not _has(one, near)]
    return _noted(found, silent, near) if silent else found


def _has(asked: Silent, near: Mapping[str, Sequence[Match]]) -> bool:
    found = (match for matches in near.values() for match in matches)
    return any(match.matches and _is_of(match.article, asked) for match in found)


def _is_of(cited: Article | Citation, asked: Silent) -> bool:
    return asked.name in cited.authors if asked.is_author else asked.name == cited.outlet


def _noted(found: Found, silent: Iterable[Silent], near: Mapping[str, Sequence[Match]]) -> Found:
    counted = tuple(replace(one, articles=_articles(one, found)) for one in silent)
    names = {one.name for one in counted if not one.is_author}
    elsewhere = (outlet for outlet, matches in near.items() if outlet not in names and matches[0].matches)
    return replace(found, answer=replace(found.answer, silent=counted, elsewhere=tuple(elsewhere)))


def _articles(one: Silent, found: Found) -> int:
    """Counts the articles that were searched of someone."""
    selection = found.answer.question.filters.selection
    authors = (one.name,) if one.is_author else selection.authors
    counts = found.snapshot.catalog.outlets(replace(selection, authors=authors))
    return sum(counts.values()) if one.is_author else counts.get(one.name, 0)
