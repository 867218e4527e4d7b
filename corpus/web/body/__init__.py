"""The text of a page: which of its words are the article, all of them and no others."""
