"""The layouts of database exports that are known in web pages."""

from corpus.formats.documents import Layout

# The source of pages. The first that fits is taken.
PAGE_LAYOUTS: tuple[Layout, ...] = ()
