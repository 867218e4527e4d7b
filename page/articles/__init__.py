"""The collection in view: all articles in a table, found by words, counted, narrowed, with what is doubtful of each."""

from page.articles.articles import articles, unread

__all__ = ["articles", "unread"]
