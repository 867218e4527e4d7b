"""Files as ProQuest exports them, with what they hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from random import Random

from hypothesis import strategies as st

RULE = "_" * 60
FOOT = (
    "Contact us at: http://about.proquest.com/go/pqissupportcontact",
    "Database copyright © 2026 ProQuest LLC. All rights reserved.",
    "Terms and Conditions: https://www.proquest.com/info/termsAndConditions",
)


@dataclass(frozen=True, slots=True)
class Language:
    """The words of the interface in one language; ``months`` as it abbreviates them."""

    number: str
    link: str
    labels: Mapping[str, str]
    months: Sequence[str]
    day: str = "{day} {month} {year}"


def _labels(text: str) -> Mapping[str, str]:
    keys = "author info abstract text subject title outlet pages day kind number url updated database".split()
    return dict(zip(keys, text.split("|"), strict=True))


LANGUAGES = (
    Language(
        "Document {n} of {m}", "ProQuest document link",
        _labels("Author|Publication info|Abstract|Full text|Subject|Title|Publication title|Pages|Publication date|"
                "Source type|ProQuest document ID|Document URL|Last updated|Database"),
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), "{month} {day}, {year}",
    ),
    Language(
        "Dokument {n} von {m}", "ProQuest-Dokumentenlink",
        _labels("Autor|Publikationsinfo|Zusammenfassung|Volltext|Thema|Titel|Titel der Publikation|Seiten|"
                "Erscheinungsdatum|Quellentyp|ProQuest-Dokument-ID|Dokument-URL|Zuletzt aktualisiert|Datenbank"),
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
        "{day}. {month} {year}",
    ),
    Language(
        "Document {n} sur {m}", "Lien vers le document ProQuest",
        _labels("Auteur |Informations de publication |Résumé |Texte intégral |Sujet |Titre |Titre de la publication |"
                "Pages |Date de publication |Type de source |ID du document ProQuest |URL du document |"
                "Dernière mise à jour |Base de données "),
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    ),
    Language(
        "Documento {n} de {m}", "Enlace de documentos de ProQuest",
        _labels("Autor|Información de publicación|Resumen|Texto completo|Materia|Título|Título de publicación|Páginas|"
                "Fecha de publicación|Tipo de fuente|ID del documento de ProQuest|URL del documento|"
                "Última actualización|Base de datos"),
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
        "{day} de {month} de {year}",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """One document; no text where the database holds none."""

    outlet: str
    place: str
    title: str
    day: date
    first_name: str
    surname: str
    paragraphs: Sequence[str]

    def expected(self) -> tuple[str, str, date, str]:
        return self.outlet, self.title, self.day, " ".join(" ".join(self.paragraphs).split())


_SENTENCES = (
    "The council of {} agreed on Monday to mend the flood gates, said its chair Runa Torvald.",
    "Fishermen of {} had asked for it since a storm broke two pieces out of the wall in January.",
    "Nobody in {} expects new taxes\u00a0this year, and the works begin in May.",
)
_TRAPS = (
    "Document 1 of 2", "1 of 2 DOCUMENTS", "LENGTH: two miles", "Title: two miles of wall", "Full text: see below",
    "Subject: the wall", "Torvald: it holds.", RULE, "Publication title: Nobody knows", "FULL TEXT",
)  # fmt: skip
_NOUNS = "flood gates ferry bridge market school river storm tax night council island".split()


def make_story(number: int, chance: Random) -> Story:
    """A document whose text holds lines that look like the frame of an export."""
    pieces = chance.choices((*_SENTENCES, *_TRAPS), k=chance.randrange(8))
    last = _SENTENCES[number % 3]  # the last words of a text cannot be told from a field that looks alike
    return Story(
        outlet=chance.choice(("Quay Courier", "The Fen Gazette (Brekby)", "L'Écho du port", "Der Kai")),
        place="Kelpwick",
        title=f"{chance.choice(_NOUNS)} and {chance.choice(_NOUNS)}: story {number}".capitalize(),
        day=date(1990, 1, 1) + timedelta(chance.randrange(13_000)),
        first_name="Marek",
        surname="Halden",
        paragraphs=[piece.format(f"Town{number}") for piece in (*pieces, last)] if chance.randrange(6) else (),
    )


@dataclass(frozen=True, slots=True)
class Export:
    """What a file is made of, and by which chance."""

    language: Language
    stories: Sequence[Story]
    chance: Random


def make_export(seed: int, count: int) -> Export:
    chance = Random(seed)
    return Export(chance.choice(LANGUAGES), [make_story(number, chance) for number in range(count)], chance)


def exports() -> st.SearchStrategy[Export]:
    return st.builds(make_export, st.integers(0, 2**32), st.integers(1, 6) | st.integers(7, 40))


def shuffled(items: Iterable[str], chance: Random) -> list[str]:
    given = list(items)
    return chance.sample(given, len(given))


def fields_of(story: Story, number: int, language: Language) -> dict[str, str]:
    month = language.months[story.day.month - 1]
    day = language.day.format(day=story.day.day, month=month, year=story.day.year)
    return {
        "subject": "Harbours", "title": story.title, "outlet": f"{story.outlet}; {story.place}", "pages": "A.4",
        "day": day, "kind": "Newspaper", "number": str(2_999_999_000 + number),
        "url": f"https://www.proquest.com/docview/{number}?accountid=1", "updated": "2026-03-01",
        "database": "Global Newsstream",
    }  # fmt: skip


def text_file(export: Export) -> str:
    """The text file: rules, numbered documents, fields with an empty line between, in any order."""
    language, found, chance = export.language, export.stories, export.chance
    parts, labels = [], language.labels
    apart = chance.choice(("\n", "\n\n"))
    for number, story in enumerate(found, start=1):
        above = [f"{labels['author']}: {story.surname}, {story.first_name}.", language.link]
        above.append(f"{labels['abstract']}: {chance.choice(('None available.', 'The wall.'))}")
        text = [f"{labels['text']}: {apart.join(story.paragraphs)}"] if story.paragraphs else []
        values = fields_of(story, number, language)
        kept = [name for name in values if name in ("title", "outlet", "day", "number") or chance.random() < 0.5]
        below = [f"{labels[name]}: {values[name]}" for name in shuffled(kept, chance)]
        parts += [RULE, language.number.format(n=number, m=len(found)), story.title]
        fields = [*text, *below] if chance.random() < 0.7 else [*below, *text]
        parts += [*shuffled(above, chance), *fields]
    return "\n\n".join([*parts, RULE, *FOOT])


def unnumbered_file(export: Export) -> str:
    """The text of a Word, RTF or PDF file: bare headings, a link below each headline, a table of details."""
    language, found, chance = export.language, export.stories, export.chance
    parts, labels = [], language.labels
    for number, story in enumerate(found, start=1):
        values = fields_of(story, number, language)
        parts += [story.title, f"{story.surname}, {story.first_name}. {values['outlet']} [Kelpwick]. 18 Feb 2026: A.4."]
        parts += [language.link, labels["abstract"].upper().strip(), "None available."]
        parts += [labels["text"].upper().strip(), *story.paragraphs]
        parts += ["DETAILS"] if chance.random() < 0.5 else []
        parts.append("\n".join(f"{labels[name]}: | {values[name]}" for name in values))
    return "\n\n".join([*parts, *FOOT])


def page(export: Export) -> str:
    """The page, which is the body of the mail as well."""
    language, found, chance = export.language, export.stories, export.chance
    labels, parts = language.labels, []

    def field(name: str, value: str) -> str:
        return f'<p style="margin:0"><strong>{labels[name]}: </strong>{escape(value)}</p>'

    for number, story in enumerate(found, start=1):
        values = fields_of(story, number, language)
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
        inner = f"<html><head><title></title></head><body>{text}</body></html>" if chance.random() < 0.5 else text
        whole = f"<p><strong>{labels['text']}: </strong><Text HTMLContent='true'>{inner}</Text></p>"
        parts.append(
            f'<div style="border-bottom:2px"><a name="DocID_MSTAR_{number}"></a><p></p><p>{escape(story.title)}</p>'
            + field("author", f"{story.surname}, {story.first_name}")
            + f'<p><a href="https://search.proquest.com/docview/{number}">{language.link}</a></p>'
            + f"<p><strong>{labels['abstract']}: </strong></p><p>The wall is old.</p>"
            + (whole if story.paragraphs else "")
            + "".join(field(name, values[name]) for name in shuffled(values, chance))
            + "</div>"
        )
    owner = "Database copyright © 2026 ProQuest LLC. All rights reserved. Terms and Conditions Contact ProQuest"
    foot = chance.choice(
        ("", "<p>Contact us</p>", f"<div>{owner}</div>", "<table><tr><td>Sent to you by a colleague.</td></tr></table>")
    )
    return f"<!DOCTYPE html><html><head><title>ProQuest Export</title></head><body>{''.join(parts)}{foot}</body></html>"
