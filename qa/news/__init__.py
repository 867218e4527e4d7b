"""What is new to a saved search: the searches, what came to the articles and when, and what both have in common."""

from qa.news.news import News, all_news, find_news, look, seen_with
from qa.news.searches import SavedSearch, Searches

__all__ = ["News", "SavedSearch", "Searches", "all_news", "find_news", "look", "seen_with"]
