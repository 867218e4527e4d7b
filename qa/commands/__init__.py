"""The commands that ask: ``dateline ask``, ``list``, ``compare``, ``quotes``, ``news`` and ``eval``."""

from qa.commands.ask import add_ask
from qa.commands.compare import add_compare
from qa.commands.evaluate import add_eval
from qa.commands.list_articles import add_list
from qa.commands.news import add_news
from qa.commands.quotations import add_quotes

__all__ = ["add_ask", "add_compare", "add_eval", "add_list", "add_news", "add_quotes"]
