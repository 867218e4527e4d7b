"""The layouts of database exports and agency copy that are known in plain text; nothing heavy is imported for them."""

from corpus.formats.agency.wire.anpa_1312 import ANPA_1312
from corpus.formats.agency.wire.dispatch import DISPATCH
from corpus.formats.agency.wire.iptc_7901 import IPTC_7901
from corpus.formats.documents import Layout
from corpus.formats.exports.factiva.text import FACTIVA_TEXT
from corpus.formats.exports.newsbank import NEWSBANK
from corpus.formats.exports.nexis.classic import NEXIS_CLASSIC
from corpus.formats.exports.nexis.uni import NEXIS_UNI
from corpus.formats.exports.proquest.text import PROQUEST
from corpus.formats.exports.ris import RIS

# Text files, and the text of Word, RTF and PDF files and of mails. The first that fits is taken.
TEXT_LAYOUTS: tuple[Layout, ...] = (
    NEXIS_UNI, NEXIS_CLASSIC, FACTIVA_TEXT, PROQUEST, NEWSBANK, RIS, IPTC_7901, ANPA_1312, DISPATCH,
)  # fmt: skip
