"""The labels of LexisNexis: what stands before a colon or alone on a line, in the languages of its interface."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from corpus.formats.exports.day_line import read_day_line
from corpus.text.folding import fold


class Role(Enum):
    """What a labelled line is to an article."""

    HEADLINE = auto()
    AUTHORS = auto()
    STANDFIRST = auto()  # printed above the article, and part of it
    BODY = auto()  # the article follows
    URL = auto()
    LENGTH = auto()
    LOADED = auto()  # when the database took it in
    OTHER = auto()  # of the database alone


_NAMES = {
    Role.HEADLINE: "headline title titel titre kop überschrift schlagzeile titular titulo título titolo",
    Role.AUTHORS: "byline author autor auteur autore signature verfasser",
    Role.STANDFIRST: "highlight chapeau encart",
    Role.BODY: "body text texte tekst texto testo article textkörper haupttext corps cuerpo corpo hoofdtekst|full text"
    "|corps du texte|texto completo|body text",
    Role.URL: "url",
    Role.LENGTH: "length länge laenge longueur lengte longitud extensión lunghezza comprimento",
    Role.LOADED: "load-date update date-chargement ladedatum laaddatum laad-datum fecha-carga"
    "|date de chargement|fecha de carga|data di caricamento|data de carregamento",
    Role.OTHER: """
        section rubrik rubrique rubriek sección seccion sezione seção dateline ortszeile lieu language sprache langue
        taal idioma lingua publication-type type-publication pub-type publikationstyp type typ journal-code
        zeitungs-code code-revue graphic grafik graphique gráfico series serie serien subject sujet pub-subject thema
        geographic country state city company organization organisation person people ticker stock-symbol industry name
        correction correction-date document-type transcript show anchors anchor guests host reporters distribution
        publicatietype publicatie-type
        edition issn bio category notes note memo source dist page pages position number localisation-geo
        geo-localization societe symbole-boursier secteur-activite ausgabe|journal code|publication type
        |geografisch|personen|unternehmen
        """,
}
_ROLES = {
    fold(name): role
    for role, names in _NAMES.items()
    for part, group in enumerate(names.split("|"))
    for name in (group.split() if part == 0 else (group,))
}
_LABEL = re.compile(r"\s*(?P<name>[^\W\d_][\w/&. -]{0,28}?)[ \xa0]?:(?:\s+|$)(?P<value>.*)", re.DOTALL)
_WORDS = re.compile(
    r"[\d.,\s]+(?:words?|wörter|woerter|wort|mots?|woorden|palabras|parole|palavras)\b.{0,20}", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"\s*(?:copyright\b.{0,12}\d{4}|©|\(c\)\s*\d{4})", re.IGNORECASE)
_RIGHTS = re.compile(
    r"\s*(?:all\s+)?(?:rights\s+reserved|alle\s+rechte|tous\s+droits|todos\s+los\s+derechos|tutti\s+i\s+diritti"
    r"|alle\s+rechten|todos\s+os\s+direitos)\b.{0,40}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled line.

    Attributes:
        name: Its name, folded.
        role: What it is; None for a name that is not known.
        value: What stands after it.
        capitals: Whether the name is written in capitals.
    """

    name: str
    role: Role | None
    value: str
    capitals: bool

    @property
    def sure(self) -> bool:
        """Whether no prose reads like it: a day of loading, a count of words, names of languages."""
        if self.role is Role.LOADED:
            return read_day_line(self.value) is not None
        if self.role is Role.LENGTH:
            return _WORDS.fullmatch(self.value) is not None
        return False


def read_label(text: str) -> Label | None:
    """Returns the label that begins a text; None where none does."""
    match = _LABEL.match(text)
    if match is None:
        return None
    name = match["name"]
    label = Label(fold(name), _ROLES.get(fold(name)), match["value"].strip(), name == name.upper())
    return None if label.role is Role.LENGTH and label.value and not label.sure else label


def is_body_mark(line: str) -> bool:
    """Says whether a line is the word above the article alone."""
    return _ROLES.get(fold(line).rstrip(":")) is Role.BODY


def is_copyright(line: str) -> bool:
    """Says whether a line is a notice of rights."""
    return bool(_COPYRIGHT.match(line) or _RIGHTS.fullmatch(line))
