"""The reader: a whole article with its cited passages, beside the chat or as a page of its own."""

from page.reader.page import article_page

__all__ = ["article_page"]
