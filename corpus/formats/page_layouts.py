"""The layouts of database exports that are known in web pages."""

from corpus.formats.documents import Layout
from corpus.formats.exports.europresse import EUROPRESSE
from corpus.formats.exports.factiva.page import FACTIVA_PAGE
from corpus.formats.exports.nexis.page import NEXIS_PAGE
from corpus.formats.exports.proquest.page import PROQUEST_PAGE

# The source of pages. The first that fits is taken.
PAGE_LAYOUTS: tuple[Layout, ...] = (
    FACTIVA_PAGE,
    EUROPRESSE,
    NEXIS_PAGE,
    PROQUEST_PAGE,
)
