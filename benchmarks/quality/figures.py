"""What one question, and a set of questions, says about a system."""

import math
import statistics
from collections import defaultdict
from collections.abc import Sequence

from sklearn.metrics import roc_auc_score  # type: ignore[import-untyped]  # ships no types

from benchmarks.quality.cases import Case, squeezed
from benchmarks.quality.systems import Found, Shown
from index.chunks import load_tokenizer
from qa.answer import Verdict

BUDGET = 2500  # tokens that a reader, or a language model behind, may be shown
MARKED = 0.5  # share of a gold sentence that must be highlighted for a hit

MACRO = " macro"  # ends the name of a mean over components

Figures = dict[str, float]


def grade_sentences(case: Case, found: Found) -> Figures:
    """Returns the figures of one question whose gold is sentences."""
    ranks = _sentence_ranks(case, found.passages)
    first, needed = min(ranks, default=math.inf), len(case.sentences)
    fraction = sum(rank <= 10 for rank in ranks) / needed
    shown = _within_budget(found.passages)
    return {
        "MRR@10": 1 / first if first <= 10 else 0.0,
        "any@4": float(first <= 4),
        "any@10": float(first <= 10),
        "fraction@10": fraction,
        "all@10": float(fraction == 1),
        f"fraction in {BUDGET:,} tokens": sum(rank <= shown for rank in ranks) / needed,
    }


def _sentence_ranks(case: Case, passages: Sequence[Shown]) -> list[int]:
    """Returns for each gold sentence that is found the rank of the first passage that holds it."""
    texts = [squeezed(passage.text) for passage in passages]
    ranks = (
        next((rank for rank, text in enumerate(texts, 1) if _held(sentence, text)), None) for sentence in case.sentences
    )
    return [rank for rank in ranks if rank]


def _held(sentence: frozenset[str], text: str) -> bool:
    return any(spelling in text for spelling in sentence)


def _within_budget(passages: Sequence[Shown]) -> int:
    """Returns how many passages, the first ones, begin within the budget."""
    spent = 0
    for shown, tokens in enumerate(load_tokenizer().count([passage.text for passage in passages])):
        if spent >= BUDGET:
            return shown
        spent += tokens
    return len(passages)


def grade_articles(case: Case, found: Found) -> Figures:
    """Returns the figures of one question whose gold is articles, over the articles of the passages."""
    articles = list(dict.fromkeys(passage.article_id for passage in found.passages))
    ranks = [rank for rank, article in enumerate(articles, 1) if article in case.articles]
    first = min(ranks, default=math.inf)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(10, len(case.articles)) + 1))
    return {
        **{f"hits@{k}": float(first <= k) for k in (1, 5, 10)},
        "MRR": 1 / first,
        "nDCG@10": sum(1 / math.log2(rank + 1) for rank in ranks if rank <= 10) / ideal,
    }


def grade_passages(case: Case, found: Found) -> Figures:
    """Returns the figures of one question whose gold is passages."""
    ids = [passage.article_id for passage in found.passages]
    return {f"recall@{k}": len(case.articles & set(ids[:k])) / len(case.articles) for k in (5, 10)}


def shows_sentence(case: Case, found: Found, most: int) -> bool:
    """Says whether one of the first passages holds a gold sentence."""
    return bool(_sentence_ranks(case, found.passages[:most]))


def shows_article(case: Case, found: Found, most: int) -> bool:
    """Says whether one of the first passages is of a gold article."""
    return any(passage.article_id in case.articles for passage in found.passages[:most])


def average(graded: Sequence[Figures], components: Sequence[str]) -> Figures:
    """Returns the mean of each figure over questions and, where questions share components, over components."""
    groups: dict[str, list[Figures]] = defaultdict(list)
    for component, figures in zip(components, graded, strict=True):
        groups[component].append(figures)
    means = {name: statistics.fmean(figures[name] for figures in graded) for name in graded[0]}
    if len(groups) < len(graded):
        for name in graded[0]:
            each = (statistics.fmean(figures[name] for figures in group) for group in groups.values())
            means[f"{name}{MACRO}"] = statistics.fmean(each)
    return means


def highlights(cases: Sequence[Case], found: Sequence[Found]) -> Figures:
    """Returns how well the passages that hold gold are highlighted, if the system highlights and any holds gold.

    Returns:
        ``highlight hit``: the share in which at least half of a gold sentence is highlighted; ``unmarked``: the mean
        share that is not highlighted. A hit is worth little when all is.
    """
    shares = [
        share
        for case, answer in zip(cases, found, strict=True)
        for passage in answer.passages[:10]
        if passage.marks is not None and (share := _marked(case, passage))
    ]
    if not shares:
        return {}
    return {
        "highlight hit": statistics.fmean(best >= MARKED for best, _ in shares),
        "unmarked": statistics.fmean(1 - whole for _, whole in shares),
    }


def _marked(case: Case, passage: Shown) -> tuple[float, float] | None:
    """Returns the largest marked share of a gold sentence and that of the passage; None when it holds no gold."""
    inside = {position for start, end in passage.marks or () for position in range(start, end)}
    lit = [position in inside for position, letter in enumerate(passage.text) if not letter.isspace()]
    text = squeezed(passage.text)
    spellings = {spelling for sentence in case.sentences for spelling in sentence if spelling in text}
    if not spellings:
        return None
    starts = {spelling: text.index(spelling) for spelling in spellings}
    best = max(statistics.fmean(lit[start : start + len(spelling)]) for spelling, start in starts.items())
    return best, statistics.fmean(lit)


def abstention(name: str, answerable: Sequence[Found], others: Sequence[Found]) -> Figures:
    """Returns how well the confidence tells questions that are answered by the articles from others.

    Args:
        name: Of the others.
        answerable: What is found for questions that the articles answer.
        others: What is found for those that they do not.

    Returns:
        ``AUROC``: the chance that one of the first has a higher confidence than one of the others; ``refused``: the
        share of the others that the system says are not answered, if it says so at all. Nothing without others.
    """
    if not answerable or not others:
        return {}
    truth = [True] * len(answerable) + [False] * len(others)
    figures = {f"AUROC {name}": float(roc_auc_score(truth, [found.confidence for found in (*answerable, *others)]))}
    if all(found.verdict for found in others):
        figures[f"refused {name}"] = statistics.fmean(found.verdict is Verdict.NO for found in others)
    return figures


def answered(found: Sequence[Found]) -> Figures:
    """Returns the share of answerable questions that the system does not refuse, if it ever refuses any."""
    if not all(one.verdict for one in found):
        return {}
    return {"answered": statistics.fmean(one.verdict is not Verdict.NO for one in found)}
