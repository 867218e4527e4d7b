"""The command that tells what is new to saved searches: ``dateline news``."""

import argparse
from datetime import datetime

from rich.console import Console

from corpus.progress import Progress
from corpus.terminal import print_json
from corpus.terminal.progress_bar import progress_bar
from index.library import Library
from index.location import add_location_options
from index.workspace import FolderWorkspace
from index.workspace.folder import WORKSPACE_NAME
from qa.commands.options import warn_of_changes, write
from qa.errors import NoSuchSearch
from qa.news import News, SavedSearch, Searches, all_news, seen_with
from qa.news.feed import news_to_feed
from qa.news.shown import news_to_dict, render_news
from qa.opening import open_answerer

_NEWS = """\
Tells what is new to the searches that were saved on the page of `dateline
serve`: passages out of articles that came to the index since a search was last
opened there, or that have other words since.

  dateline news
  dateline news --search "Marlin ferry"
  dateline news --json | jq '.searches[] | select(.new > 0) | .name'
  dateline news --rss > ~/public_html/news.xml"""

_NEWS_END = """\
It answers from the index as it is; `dateline index` reads what is new on the
disk. Printing leaves a search as new as it was, on the page and for the next
call; --mark-seen notes that it was seen, as if it had been opened on the page.
Saved searches belong to the collection: who marks one, marks it for everybody.

A passage is new if no article that holds it was in the index with the words that
it has now, and if the search did not show these words before. So an article that
only got another date or place is not new, nor is one that was taken out and came
back, nor a copy of words that were there; and of an edited article only passages
with other words are.

The line of a crontab that mails what is new each morning at seven, and nothing
where nothing is new:

  0 7 * * *  dateline index --articles ~/articles >/dev/null && dateline news --articles ~/articles --quiet --mark-seen

A reader of feeds takes what --rss prints (in the form Atom); each passage has an
id there that stays, so it is shown once, and --mark-seen is not needed.

exit status: 0 whether anything is new or not, 1 an error, 2 a wrong option"""


def add_news(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds ``news``, which sets ``run`` as all commands do."""
    parser = subparsers.add_parser(
        "news",
        help="tell what is new to the saved searches",
        description=_NEWS,
        epilog=_NEWS_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--search", action="append", default=[], metavar="NAME", help="only the search of this name or id; repeatable"
    )
    parser.add_argument("--mark-seen", action="store_true", help="note that what is printed was seen")
    parser.add_argument("--quiet", action="store_true", help="print nothing where nothing is new, for cron")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--rss", action="store_true", help="print a feed for a reader of feeds")
    add_location_options(parser)
    parser.set_defaults(run=_news)


def _news(args: argparse.Namespace) -> int:
    index = Library.of(args.articles, args.index).index
    searches = Searches(FolderWorkspace(index / WORKSPACE_NAME))
    wanted = _wanted(searches, args.search)
    found: list[News] = []
    with progress_bar() as on_progress:
        answerer = open_answerer(args.articles, args.index, on_progress)
        for news in all_news(wanted, searches.workspace, answerer):
            found.append(news)
            on_progress(Progress("Asking the saved searches", len(found), len(wanted)))
    _print(found, args, str(index.absolute()))
    if args.mark_seen:
        for news in found:
            seen = seen_with(news.search, news.generation, searches.workspace, answerer)
            searches.mark(news.search.id, seen)
    if not args.quiet:
        warn_of_changes(args)
    return 0


def _print(found: list[News], args: argparse.Namespace, index: str) -> None:
    if args.json:
        print_json({"searches": [news_to_dict(news) for news in found]})
    elif args.rss:
        write(news_to_feed(found, index))
    elif not found:
        if not args.quiet:
            Console(highlight=False).print(
                "No search is saved yet. `dateline serve` has “Save this search” at answers."
            )
    elif not args.quiet or any(news.number or news.problem for news in found):
        Console(highlight=False).print(render_news(found, datetime.now().astimezone()))


def _wanted(searches: Searches, names: list[str]) -> list[SavedSearch]:
    """Returns the searches of some names; all, where none is given."""
    saved = searches.all()
    for name in names:
        if not any(name in (one.id, one.name) for one in saved):
            known = "; ".join(one.name for one in saved) or "none is saved"
            raise NoSuchSearch(f"No saved search is called “{name}”. There are: {known}.")
    return [one for one in saved if not names or {one.id, one.name} & set(names)]
