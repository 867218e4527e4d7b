"""A check of a corpus in lines to read, and as plain data."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from corpus.article import UNKNOWN_OUTLET, Article
from corpus.check.findings import Check, CheckedArticle

_LINE_SHOWN = 150  # characters of a line that was left out
_FIELDS = ("outlet", "published", "title", "authors", "url", "slug", "keywords", "embargo")
_LABELS: Mapping[str, str] = {"published": "date", "title": "headline"}


def check_to_dict(check: Check, *, with_text: bool) -> dict[str, object]:
    """Returns the check as plain data for JSON.

    Args:
        check: The check.
        with_text: Whether each article has its ``"text"``.
    """
    by_id = {found.article.article_id: found.article for found in check.articles}
    return {
        "articles": [_to_dict(found, by_id, with_text) for found in check.articles],
        "problems": [{"source": problem.source, "reason": problem.reason} for problem in check.problems],
        "passed_over": [passed.to_dict() for passed in check.passed_over],
    }


def check_lines(check: Check) -> Iterator[str]:
    """Gives a block of lines for each article, then what could not be read, then one line that sums up."""
    by_id = {found.article.article_id: found.article for found in check.articles}
    for found in check.articles:
        yield from _block(found, by_id)
        yield ""
    yield from (f"not used: {problem.source}: {problem.reason}" for problem in check.problems)
    yield from (f"passed over: {passed.line()}" for passed in check.passed_over)
    yield _summary(check)


def _to_dict(found: CheckedArticle, by_id: Mapping[str, Article], with_text: bool) -> dict[str, object]:
    article = found.article
    fields: dict[str, object] = {
        "article_id": article.article_id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        "authors": list(article.authors),
        "url": article.url,
        "slug": article.slug,
        "keywords": list(article.keywords),
        "embargo": article.embargo.isoformat() if article.embargo else None,
        "edition": asdict(article.edition) if article.edition else None,
        "flags": list(article.flags),
        "provenance": {entry.field: entry.origin for entry in article.provenance},
        "dropped": list(found.dropped),
        "warnings": list(found.warnings),
        "copies": [
            {"article_id": other.article_id, "source": other.source, "outlet": other.outlet}
            for other in (by_id[article_id] for article_id in found.copies)
        ],
    }
    return {**fields, "text": article.text} if with_text else fields


def _block(found: CheckedArticle, by_id: Mapping[str, Article]) -> Iterator[str]:
    article = found.article
    origins = {entry.field: entry.origin for entry in article.provenance}
    yield article.source
    for field in _FIELDS:
        value = getattr(article, field)
        shown = ", ".join(value) if isinstance(value, tuple) else str(value or "")
        if shown or field in ("outlet", "published", "title"):
            known = shown and shown != UNKNOWN_OUTLET
            origin = f"  ({origins[field]})" if known and field in origins else ""
            yield f"  {_LABELS.get(field, field) + ':':<10}{shown if known else 'unknown'}{origin}"
    if "text" in origins:  # of records, where it may stand in one field of many
        yield f"  text:     {_counted(len(article.text), 'character')}  ({origins['text']})"
    if article.flags:
        yield f"  flags:    {', '.join(article.flags)}"
    yield from (f"  warning:  {warning}" for warning in found.warnings)
    yield from (f"  dropped:  {_cut(line)}" for line in article.dropped)
    yield from (f"  repeated: {_cut(article.text[start:end])}" for start, end in found.repeated)
    for other in (by_id[article_id] for article_id in found.copies):
        yield f"  {'version:' if other.outlet == article.outlet else 'copy:':<10}{other.source} ({other.outlet})"


def _cut(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= _LINE_SHOWN else f"{words[:_LINE_SHOWN]}… ({len(line):,} characters)"


def _summary(check: Check) -> str:
    articles = [found.article for found in check.articles]
    outlets = {article.outlet for article in articles} - {UNKNOWN_OUTLET}
    counts = {
        "without outlet": sum(article.outlet == UNKNOWN_OUTLET for article in articles),
        "without date": sum(article.published is None for article in articles),
        "without headline": sum(not article.title for article in articles),
        "with warnings": sum(bool(found.warnings) for found in check.articles),
        "with lines left out": sum(bool(found.dropped) for found in check.articles),
        "with copies or versions": sum(bool(found.copies) for found in check.articles),
    }
    parts = [f"{count:,} {what}" for what, count in counts.items() if count]
    parts += [f"{len(check.problems):,} not used"] * bool(check.problems)
    total = f"{_counted(len(articles), 'article')}, {_counted(len(outlets), 'outlet')}"
    return total + (f": {', '.join(parts)}" if parts else "")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
