"""What is new to saved searches: for the terminal, and as values for JSON."""

from collections.abc import Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.text import Text

from qa.news import News, SavedSearch
from qa.news.arrivals import Came
from qa.passage import Passage
from qa.render.json import citation_to_dict, day_to_text
from qa.render.plain import one_line
from qa.render.terminal import Block, passage_blocks, row_blocks


def new_since(number: int, seen: datetime, now: datetime) -> str:
    """Says how much is new, such as ``"2 new since 28 November"``.

    Args:
        number: How much.
        seen: When the search was last opened.
        now: The time, in the zone in which times are told.
    """
    return f"{f'{number:,}' if number else 'Nothing'} new since {_when(seen.astimezone(now.tzinfo), now)}"


def edited_line(news: News) -> str:
    """Says how many of the new passages are from articles that were there with other words; empty where none is."""
    edited = sum(came_of(one, news).edited for one in news.passages)
    articles = "an article that was" if edited == 1 else "articles that were"
    return f"{edited:,} of them from {articles} there before, with other words." if edited else ""


def render_news(all_news: Sequence[News], now: datetime) -> RenderableType:
    """Lays out what is new for `rich.console.Console.print`.

    Args:
        all_news: What is new to each of the saved searches.
        now: The time, in the zone in which times are told.

    Returns:
        Each search to which anything is new, with its new passages; then how many have nothing, and which cannot be
        asked.
    """
    blocks: list[Block] = []
    for news in all_news:
        if news.number:
            blocks += [*([Block(Text())] if blocks else []), *_one(news, now)]
    quiet = sum(not (news.number or news.problem) for news in all_news)
    if quiet:
        blocks += [
            *([Block(Text())] if blocks else []),
            Block(Text(f"Nothing new in {_searches(quiet)}.", style="dim")),
        ]
    for news in all_news:
        if news.problem:
            blocks.append(Block(Text(one_line(f"Not asked: {news.search.name}. {news.problem}"), style="yellow")))
    return Group(*blocks)


def _one(news: News, now: datetime) -> list[Block]:
    heading = Text(one_line(news.search.name), style="bold").append(
        f": {new_since(news.number, news.search.seen.at, now)}"
    )
    blocks = [Block(heading)]
    if line := edited_line(news):
        blocks.append(Block(Text(line, style="dim")))
    if news.listing:
        for number, row in enumerate(news.listing.rows, start=1):
            blocks += row_blocks(number, row)
        if news.number > len(news.listing.rows):
            shown = f"Shown: {len(news.listing.rows):,} of {news.number:,}."
            blocks += [Block(Text()), Block(Text(shown, style="dim"))]
        return blocks
    for number, passage in enumerate(news.passages, start=1):
        blocks += passage_blocks(number, passage)
    return blocks


def news_to_dict(news: News) -> dict[str, object]:
    """Lays out what is new to a search as values that `json.dumps` writes, in the form that the README documents."""
    return {
        **search_to_dict(news.search),
        "new": news.number,
        "problem": news.problem or None,
        "passages": [_passage(one, news) for one in news.passages],
    }


def search_to_dict(search: SavedSearch) -> dict[str, object]:
    """Lays out a saved search."""
    return {
        "id": search.id,
        "name": search.name,
        "question": search.question,
        "turns": list(search.earlier),
        "outlets": list(search.outlets),
        "since": day_to_text(search.since),
        "until": day_to_text(search.until),
        "exclude": list(search.exclude),
        "without_outlets": list(search.without_outlets),
        "authors": list(search.authors),
        "conditions": list(search.conditions),
        "unread": list(search.unread),
        "created": search.created.isoformat(),
        "seen": search.seen.at.isoformat(),
    }


def came_of(passage: Passage, news: News) -> Came:
    """Returns when the article of a new passage came."""
    return news.came[passage.citation.article_id]


def _passage(passage: Passage, news: News) -> dict[str, object]:
    came = came_of(passage, news)
    return {
        "text": passage.text,
        **citation_to_dict(passage.citation),
        "highlights": [{"start": mark.start, "end": mark.end, "text": mark.text} for mark in passage.highlights],
        "also_in": [citation_to_dict(citation) for citation in passage.also_in],
        "came": came.at.isoformat(),
        "edited": came.edited,
    }


def _when(at: datetime, now: datetime) -> str:
    if at.date() == now.date():
        return f"{at:%H:%M} today"
    return f"{at.day} {at:%B}" + ("" if at.year == now.year else f" {at.year}")


def _searches(number: int) -> str:
    return f"{number:,} saved search{'' if number == 1 else 'es'}"
