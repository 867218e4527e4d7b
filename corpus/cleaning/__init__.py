"""What a text carries beside the article: lines above it, marks of Markdown, boilerplate, page breaks."""

from corpus.cleaning.boilerplate import strip_boilerplate
from corpus.cleaning.markdown import strip_markdown

__all__ = ["strip_boilerplate", "strip_markdown"]
